import type { GrantInputFor } from "@roompass/core/adapter";

"""An adapter for an invented vendor, as an example of an adapter that is not written in TypeScript."""

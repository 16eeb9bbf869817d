using Workerd = import "/workerd/workerd.capnp";

# For trying the worker on this machine; the keys are made up. On a platform they are secrets of the worker.
const config :Workerd.Config = (
  services = [(name = "service", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "service")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
  bindings = [
    (name = "DAILY_API_KEY", text = "TEST-ONLY-daily-key-0123456789abcdef0123456789"),
    (name = "DAILY_DOMAIN_ID", text = "11111111-2222-4333-8444-555555555555"),
    (name = "LIVEKIT_API_KEY", text = "TEST-key"),
    (name = "LIVEKIT_API_SECRET", text = "TEST-ONLY-livekit-secret-0123456789abcdef"),
    (name = "VIDEOSDK_API_KEY", text = "TEST-project"),
    (name = "VIDEOSDK_SECRET", text = "TEST-ONLY-videosdk-secret-0123456789abcdef"),
    (name = "CALLER_ID", text = "example"),
    # Of TEST-ONLY-caller-secret-0123456789
    (name = "CALLER_SHA256", text = "2cb9247a06b52465bde45c5a26abdf3c8a41ff391c1379751fe8dfbdb9612285"),
  ],
);

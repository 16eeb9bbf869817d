import { answerInstead, type FailureBodies, hang, spoil } from "../faults/apply-faults.js";
import { type Faults, readFaultHeader, readFaults } from "../faults/fault.js";
import { AnswerError, answer } from "../http/answer.js";
import { readBody } from "../http/read-body.js";
import { isAction } from "./actions.js";
import { askAll } from "./ask.js";
import { controlPath, fromAnotherPage, handleControl, isFromAnotherPage } from "./control.js";
import type { Emulator, JoinAnswer, Vendor } from "./emulator.js";
import { EmulatorError } from "./errors.js";
import type { CallContext, Emulation } from "./model.js";
import { placeOf, type Visit } from "./question.js";
import type { EmulatorSettings, World } from "./settings.js";

/** The header with faults for one request. */
export const faultHeader = "x-emulator-fault";

interface Description {
  readonly vendor: Vendor;
  readonly baseUrl: string;
  readonly failures: FailureBodies;
  readonly tooLong: unknown;
}

/** Standing faults, which may be meant for a few requests only. */
class FaultSwitch {
  #faults: Faults;
  #left: number;

  constructor(texts: readonly string[]) {
    this.#faults = readFaults(texts);
    this.#left = Number.POSITIVE_INFINITY;
  }

  set(texts: readonly string[], requests: number = Number.POSITIVE_INFINITY): void {
    if (!(requests > 0)) throw new EmulatorError("settings", "Faults are for one request or more.");
    this.#faults = readFaults(texts);
    this.#left = requests;
  }

  /** The clock is skewed for questions, too, which use nothing up. */
  get skew(): number {
    return this.#left > 0 ? (this.#faults.get("clock-skew") ?? 0) : 0;
  }

  take(): Faults {
    if (this.#left <= 0) return new Map();
    this.#left -= 1;
    return this.#faults;
  }
}

/** The decoded path; a part that cannot be decoded is no address of any vendor's. */
function partsOf(pathname: string): readonly string[] | undefined {
  try {
    return pathname.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function tamperOf(faults: Faults): CallContext["tamper"] {
  if (faults.has("wider-token")) return "wider-token";
  return faults.has("other-room-token") ? "other-room-token" : undefined;
}

export function makeEmulator<Person, Credentials>(
  description: Description,
  emulation: Emulation<Person, Credentials>,
  world: World,
  settings: EmulatorSettings,
): Emulator<Credentials> {
  const { model } = emulation;
  const faultSwitch = new FaultSwitch(settings.faults ?? []);
  const nowAt = (): number => world.clock() + faultSwitch.skew;

  const emulator: Emulator<Credentials> = Object.freeze<Emulator<Credentials>>({
    vendor: description.vendor,
    baseUrl: description.baseUrl,
    credentials: emulation.credentials,
    setFaults: (faults, requests) => faultSwitch.set(faults, requests),
    allowsAll: async (visit) => askAll(model, visit.token, placeOf(visit, nowAt())),
    async allows({ action, ...visit }) {
      if (!isAction(action)) throw new EmulatorError("action", "There is no such action; `actions` lists them.");
      return (await emulator.allowsAll(visit))[action];
    },
    async join(visit: Visit): Promise<JoinAnswer> {
      const place = placeOf(visit, nowAt());
      const { person, ...entry } = await model.enter(visit.token, place);
      if (person === undefined) return entry;
      const { isFull, ...noted } = (entry.outcome === "joined" ? model.remember?.(person, place) : undefined) ?? {};
      if (isFull) throw new EmulatorError("limit", "The emulator remembers no more participants.");
      return { ...entry, ...noted, participant: model.show(person, place) };
    },
    fetch: async (input, init) => handle(input instanceof Request ? input : new Request(input, init)),
  });

  async function callVendor(request: Request, faults: Faults, url: URL): Promise<Response> {
    const path = partsOf(url.pathname);
    const context: CallContext = {
      now: world.clock() + (faults.get("clock-skew") ?? 0),
      tamper: tamperOf(faults),
      path: path ?? [],
      query: url.searchParams,
    };
    try {
      return await emulation.call(request, context);
    } catch (error) {
      if (error instanceof AnswerError) return answer(error.body, error.status);
      throw error;
    }
  }

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (request.url.length > world.limits.urlCharacters) return answer(description.tooLong, 414);
    if (url.pathname.startsWith(controlPath)) {
      if (isFromAnotherPage(request, url)) return answer(fromAnotherPage, 403);
      const read = await readBody(request, world.limits.bodyBytes);
      return handleControl(emulator, request.method, url.pathname.slice(controlPath.length), read);
    }
    let faults: Faults;
    try {
      faults = new Map([...faultSwitch.take(), ...readFaultHeader(request.headers.get(faultHeader))]);
    } catch (error) {
      if (error instanceof EmulatorError) return answer({ code: error.code, message: error.message }, 400);
      throw error;
    }
    const latency = faults.get("latency");
    if (latency !== undefined) await world.sleep(latency, request.signal);
    if (faults.has("hang")) return hang(request.signal);
    const instead = answerInstead(faults, description.failures);
    return instead ?? spoil(await callVendor(request, faults, url), faults);
  }

  return emulator;
}

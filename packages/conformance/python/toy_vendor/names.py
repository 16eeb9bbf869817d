"""The vendor's words: what each neutral field is called in its tokens."""

from __future__ import annotations

#: The vendor's short name.
VENDOR = "toy"

#: The claim that only this vendor's tokens have.
MARK_NAME = "kind"
MARK = "toy/1"

#: The longest id that the vendor takes, in UTF-16 code units.
LONGEST_USER = 128

#: The switches in the envelope `can`, by what each of them governs, in the order in which they are written.
SWITCHES: dict[str, str] = {
    "rights.publish.microphone": "microphone",
    "rights.publish.camera": "camera",
    "rights.publish.screen": "screen",
    "rights.publish.screenAudio": "screenAudio",
    "rights.publish.custom": "custom",
    "rights.publish.data": "data",
    "rights.subscribe": "receive",
    "rights.visible": "beSeen",
    "rights.moderate.media": "mute",
    "rights.moderate.remove": "remove",
    "rights.moderate.permissions": "permit",
    "rights.admit": "admit",
    "rights.record": "record",
    "rights.livestream": "livestream",
    "rights.transcribe": "transcribe",
}

#: The rights that can be given for some ways of capturing only.
CAPTURES = ("rights.record", "rights.livestream", "rights.transcribe")

#: The ways of capturing, in the order in which they are written.
MODES = ("cloud", "cloudAudioOnly", "local", "rawTracks")

#: What else a token can say: the property, which is also the claim, by neutral path.
FIELDS: dict[str, str] = {
    "purpose": "purposes",
    "room": "room",
    "participant.id": "user",
    "participant.name": "name",
    "participant.email": "email",
    "participant.avatarUrl": "avatar",
    "participant.metadata": "metadata",
    "notBefore": "nbf",
    "expiresAt": "exp",
    "stay.endsAtExpiry": "endsAtExpiry",
    "stay.maxSeconds": "maxSeconds",
    "entry": "entry",
    "start.camera": "camera",
    "start.microphone": "microphone",
    "automation.record": "autoRecord",
    "automation.transcribe": "autoTranscribe",
    "client.language": "language",
    "client.redirectUrl": "redirectUrl",
    "client.closeTabOnExit": "closeTabOnExit",
}

#: What only this vendor has.
EXTENSIONS = ("theme", "zone")

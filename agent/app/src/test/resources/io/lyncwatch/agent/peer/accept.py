"""Accepts a token of Negotiate by MIT's GSS-API, and says whether it is bound to a certificate.

Arguments: the token in base64, and the file of an RSA or EC certificate in DER, signed with SHA-256.
Ends with 0 if it is bound to that one, with 1 if it is refused for another binding, else with 2.
"""

import base64
import ctypes
import hashlib
import sys

BAD_BINDINGS = 4 << 16
CHANNEL_BOUND = 0x800


class Buffer(ctypes.Structure):
    _fields_ = [("length", ctypes.c_size_t), ("value", ctypes.c_void_p)]


class Bindings(ctypes.Structure):
    _fields_ = [
        ("initiator_type", ctypes.c_uint32),
        ("initiator", Buffer),
        ("acceptor_type", ctypes.c_uint32),
        ("acceptor", Buffer),
        ("application", Buffer),
    ]


def buffer(data):
    return Buffer(len(data), ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p))


token = base64.b64decode(sys.argv[1])
with open(sys.argv[2], "rb") as certificate:
    application = b"tls-server-end-point:" + hashlib.sha256(certificate.read()).digest()
bindings = Bindings(0, Buffer(), 0, Buffer(), buffer(application))
given = buffer(token)
minor, flags = ctypes.c_uint32(), ctypes.c_uint32()
context, answer = ctypes.c_void_p(), Buffer()
accept = ctypes.CDLL("libgssapi_krb5.so.2").gss_accept_sec_context
accept.restype = ctypes.c_uint32
major = accept(
    ctypes.byref(minor),
    ctypes.byref(context),
    None,
    ctypes.byref(given),
    ctypes.byref(bindings),
    None,
    None,
    ctypes.byref(answer),
    ctypes.byref(flags),
    None,
    None,
)
print(f"major {major:#x}, minor {minor.value}, flags {flags.value:#x}")
if major == 0 and flags.value & CHANNEL_BOUND:
    sys.exit(0)
sys.exit(1 if major == BAD_BINDINGS else 2)

/* What goes over the Unix socket between packetdrill's process and the test host: one request, one answer.
 * Both carry the clock, because looking at it takes time too (a microsecond), or else a script that waits would wait for ever. */
#pragma once

#include <stdint.h>

enum call {
	CALL_SOCKET = 1,
	CALL_BIND,
	CALL_LISTEN,
	CALL_ACCEPT,
	CALL_CONNECT,
	CALL_READ,
	CALL_WRITE,
	CALL_IOCTL,
	CALL_CLOSE,
	CALL_SHUTDOWN,
	CALL_GETSOCKOPT,
	CALL_SETSOCKOPT,
	CALL_POLL,
	CALL_INJECT,
	CALL_SNIFF,
	CALL_SLEEP,
	CALL_COMMAND,
	CALL_NOT_OFFERED,
	CALL_SEND_TO,
};

struct request {
	uint32_t call;
	uint32_t length; /* octets that follow */
	int64_t clock;   /* microseconds, as the caller knows it */
	int32_t fd;
	int32_t blocking;
	int64_t first;
	int64_t second;
};

struct answer {
	int64_t result; /* as the system call would return it */
	int64_t clock;
	int32_t error; /* errno, if result is -1 */
	uint32_t length;
};

enum { MOST_OCTETS = 1 << 20 };

/* One exchange with the test host, over a connection of the calling thread's own: a call that blocks there really sleeps here. */
#pragma once

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "wire.h"

static __thread int host = -1;
static __thread int64_t clock_here;
static __thread unsigned char octets_back[MOST_OCTETS];

static void lost(const char *what)
{
	fprintf(stderr, "the test host is gone: %s: %s\n", what, strerror(errno));
	exit(70);
}

static void connect_to_host(void)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	const char *path = getenv("ACTORTCP_HOST");

	if (path == NULL || strlen(path) >= sizeof(address.sun_path)) {
		fprintf(stderr, "ACTORTCP_HOST must name the test host's socket\n");
		exit(70);
	}
	strcpy(address.sun_path, path);
	host = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (host < 0 || connect(host, (struct sockaddr *)&address, sizeof(address)) != 0)
		lost("connect");
}

static void put(const void *octets, size_t count)
{
	for (const char *at = octets; count > 0;) {
		ssize_t sent = send(host, at, count, MSG_NOSIGNAL);
		if (sent <= 0)
			lost("send");
		at += sent;
		count -= (size_t)sent;
	}
}

static void get(void *octets, size_t count)
{
	for (char *at = octets; count > 0;) {
		ssize_t received = recv(host, at, count, 0);
		if (received <= 0)
			lost("recv");
		at += received;
		count -= (size_t)received;
	}
}

/* Sends a request with its octets, waits for the answer, and leaves the octets of that in octets_back. */
static struct answer exchange(struct request request, const void *octets)
{
	struct answer answer;

	if (host < 0)
		connect_to_host();
	request.clock = clock_here;
	put(&request, sizeof(request));
	put(octets, request.length);
	get(&answer, sizeof(answer));
	if (answer.length > sizeof(octets_back))
		lost("answer too long");
	get(octets_back, answer.length);
	if (answer.clock > clock_here)
		clock_here = answer.clock;
	return answer;
}

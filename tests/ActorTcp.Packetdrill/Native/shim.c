/* The shared library that packetdrill loads with --so_filename: it forwards every call of packetdrill's interface to the test host.
 * File descriptors are real ones, of sockets that lead nowhere, because packetdrill closes them itself at the end;
 * whether a call may block is looked up in them. */
#define _GNU_SOURCE

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdarg.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include "exchange.h"

/* The order of the members is packetdrill's; see its packetdrill.h. */
struct interface {
	void *userdata;
	void (*free)(void *);
	int (*socket)(void *, int, int, int);
	int (*bind)(void *, int, const struct sockaddr *, socklen_t);
	int (*listen)(void *, int, int);
	int (*accept)(void *, int, struct sockaddr *, socklen_t *);
	int (*connect)(void *, int, const struct sockaddr *, socklen_t);
	ssize_t (*read)(void *, int, void *, size_t);
	ssize_t (*readv)(void *, int, const struct iovec *, int);
	ssize_t (*recv)(void *, int, void *, size_t, int);
	ssize_t (*recvfrom)(void *, int, void *, size_t, int, struct sockaddr *, socklen_t *);
	ssize_t (*recvmsg)(void *, int, struct msghdr *, int);
	ssize_t (*write)(void *, int, const void *, size_t);
	ssize_t (*writev)(void *, int, const struct iovec *, int);
	ssize_t (*send)(void *, int, const void *, size_t, int);
	ssize_t (*sendto)(void *, int, const void *, size_t, int, const struct sockaddr *, socklen_t);
	ssize_t (*sendmsg)(void *, int, const struct msghdr *, int);
	int (*fcntl)(void *, int, int, ...);
	int (*ioctl)(void *, int, unsigned long, ...);
	int (*close)(void *, int);
	int (*shutdown)(void *, int, int);
	int (*getsockopt)(void *, int, int, int, void *, socklen_t *);
	int (*setsockopt)(void *, int, int, int, const void *, socklen_t);
	int (*poll)(void *, struct pollfd *, nfds_t, int);
	int (*netdev_send)(void *, const void *, size_t);
	int (*netdev_receive)(void *, void *, size_t *, long long *);
	int (*usleep)(void *, useconds_t);
	int (*gettimeofday)(void *, struct timeval *, struct timezone *);
	int (*epoll_create)(void *, int);
	int (*epoll_ctl)(void *, int, int, int, struct epoll_event *);
	int (*epoll_wait)(void *, int, struct epoll_event *, int, int);
	int (*pipe)(void *, int[2]);
	int (*splice)(void *, int, loff_t *, int, loff_t *, size_t, unsigned int);
};

static int blocks(int fd)
{
	return (fcntl(fd, F_GETFL) & O_NONBLOCK) == 0;
}

static int64_t ask(uint32_t call, int fd, int64_t first, int64_t second, const void *octets, size_t length)
{
	struct answer answer = exchange(
		(struct request){
			.call = call, .length = (uint32_t)length, .fd = fd, .blocking = fd >= 0 && blocks(fd), .first = first, .second = second },
		octets);

	errno = answer.error;
	return answer.result;
}

static int64_t not_offered(const char *what)
{
	return ask(CALL_NOT_OFFERED, -1, 0, 0, what, strlen(what));
}

static int on_socket(void *self, int domain, int type, int protocol)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	(void)self, (void)protocol;
	if (ask(CALL_SOCKET, fd, domain, type, NULL, 0) == 0)
		return fd;
	close(fd);
	return -1;
}

static int on_bind(void *self, int fd, const struct sockaddr *address, socklen_t length)
{
	(void)self;
	return (int)ask(CALL_BIND, fd, 0, 0, address, length);
}

static int on_listen(void *self, int fd, int backlog)
{
	(void)self;
	return (int)ask(CALL_LISTEN, fd, backlog, 0, NULL, 0);
}

static int on_accept(void *self, int fd, struct sockaddr *address, socklen_t *length)
{
	int accepted = socket(AF_UNIX, SOCK_STREAM, 0);

	(void)self;
	if (ask(CALL_ACCEPT, fd, accepted, 0, NULL, 0) != 0) {
		int error = errno;
		close(accepted);
		errno = error;
		return -1;
	}
	if (address != NULL && length != NULL) {
		socklen_t whole = ((struct sockaddr *)octets_back)->sa_family == AF_INET ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6);
		memcpy(address, octets_back, *length < whole ? *length : whole);
		*length = whole;
	}
	return accepted;
}

static int on_connect(void *self, int fd, const struct sockaddr *address, socklen_t length)
{
	(void)self;
	return (int)ask(CALL_CONNECT, fd, 0, 0, address, length);
}

static ssize_t read_into(int fd, const struct iovec *parts, int count, int flags)
{
	size_t room = 0;
	size_t at = 0;

	for (int i = 0; i < count; i++)
		room += parts[i].iov_len;
	ssize_t taken = ask(CALL_READ, fd, (int64_t)(room < MOST_OCTETS ? room : MOST_OCTETS), flags, NULL, 0);
	for (int i = 0; i < count && (ssize_t)at < taken; i++) {
		size_t part = (size_t)taken - at < parts[i].iov_len ? (size_t)taken - at : parts[i].iov_len;
		memcpy(parts[i].iov_base, octets_back + at, part);
		at += part;
	}
	return taken;
}

static ssize_t on_recv(void *self, int fd, void *octets, size_t length, int flags)
{
	(void)self;
	return read_into(fd, &(struct iovec){ octets, length }, 1, flags);
}

static ssize_t on_read(void *self, int fd, void *octets, size_t length)
{
	return on_recv(self, fd, octets, length, 0);
}

static ssize_t on_readv(void *self, int fd, const struct iovec *parts, int count)
{
	(void)self;
	return read_into(fd, parts, count, 0);
}

static ssize_t on_recvfrom(void *self, int fd, void *octets, size_t length, int flags, struct sockaddr *source, socklen_t *source_length)
{
	(void)source;
	if (source_length != NULL)
		*source_length = 0;
	return on_recv(self, fd, octets, length, flags);
}

static ssize_t on_recvmsg(void *self, int fd, struct msghdr *message, int flags)
{
	(void)self;
	message->msg_namelen = 0;
	message->msg_controllen = 0;
	message->msg_flags = 0;
	return read_into(fd, message->msg_iov, (int)message->msg_iovlen, flags);
}

static ssize_t write_from(int fd, const struct iovec *parts, int count, int flags)
{
	size_t length = 0;
	size_t at = 0;

	for (int i = 0; i < count; i++)
		length += parts[i].iov_len;
	char *whole = malloc(length + 1);
	for (int i = 0; i < count; at += parts[i++].iov_len)
		memcpy(whole + at, parts[i].iov_base, parts[i].iov_len);
	ssize_t taken = ask(CALL_WRITE, fd, flags, 0, whole, length);
	int error = errno;
	free(whole);
	errno = error;
	return taken;
}

static ssize_t on_send(void *self, int fd, const void *octets, size_t length, int flags)
{
	(void)self;
	return write_from(fd, &(struct iovec){ (void *)octets, length }, 1, flags);
}

static ssize_t on_write(void *self, int fd, const void *octets, size_t length)
{
	return on_send(self, fd, octets, length, 0);
}

static ssize_t on_writev(void *self, int fd, const struct iovec *parts, int count)
{
	(void)self;
	return write_from(fd, parts, count, 0);
}

/* A destination is for OPEN: the text comes with it, by TCP Fast Open. */
static ssize_t send_to(int fd, const struct iovec *parts, int count, int flags, const struct sockaddr *to, socklen_t to_length)
{
	struct iovec all[count + 1];
	size_t length = to_length;
	size_t at = 0;

	all[0] = (struct iovec){ (void *)to, to_length };
	for (int i = 0; i < count; length += parts[i++].iov_len)
		all[i + 1] = parts[i];
	char *whole = malloc(length + 1);
	for (int i = 0; i <= count; at += all[i++].iov_len)
		memcpy(whole + at, all[i].iov_base, all[i].iov_len);
	ssize_t taken = ask(CALL_SEND_TO, fd, to_length, flags, whole, length);
	int error = errno;
	free(whole);
	errno = error;
	return taken;
}

static ssize_t on_sendto(void *self, int fd, const void *octets, size_t length, int flags, const struct sockaddr *to, socklen_t to_length)
{
	struct iovec part = { (void *)octets, length };

	(void)self;
	return to != NULL && to_length > 0 ? send_to(fd, &part, 1, flags, to, to_length) : write_from(fd, &part, 1, flags);
}

static ssize_t on_sendmsg(void *self, int fd, const struct msghdr *message, int flags)
{
	int count = (int)message->msg_iovlen;

	(void)self;
	if ((flags & MSG_FASTOPEN) != 0 && message->msg_name != NULL)
		return send_to(fd, message->msg_iov, count, flags, message->msg_name, message->msg_namelen);
	return write_from(fd, message->msg_iov, count, flags);
}

/* The flags live in the real descriptor. */
static int on_fcntl(void *self, int fd, int command, ...)
{
	va_list rest;

	(void)self;
	va_start(rest, command);
	long argument = va_arg(rest, long);
	va_end(rest);
	return fcntl(fd, command, argument);
}

static int on_ioctl(void *self, int fd, unsigned long request, ...)
{
	va_list rest;

	(void)self;
	va_start(rest, request);
	int *value = va_arg(rest, int *);
	va_end(rest);
	int64_t result = ask(CALL_IOCTL, fd, (int64_t)request, 0, NULL, 0);
	if (result == 0)
		memcpy(value, octets_back, sizeof(*value));
	return (int)result;
}

static int on_close(void *self, int fd)
{
	int result = (int)ask(CALL_CLOSE, fd, 0, 0, NULL, 0);
	int error = errno;

	(void)self;
	close(fd);
	errno = error;
	return result;
}

static int on_shutdown(void *self, int fd, int how)
{
	(void)self;
	return (int)ask(CALL_SHUTDOWN, fd, how, 0, NULL, 0);
}

static int on_getsockopt(void *self, int fd, int level, int name, void *value, socklen_t *length)
{
	struct answer answer = exchange((struct request){ .call = CALL_GETSOCKOPT, .fd = fd, .first = level, .second = name }, NULL);

	(void)self;
	errno = answer.error;
	if (answer.result == 0) {
		*length = answer.length < *length ? answer.length : *length;
		memcpy(value, octets_back, *length);
	}
	return (int)answer.result;
}

/* packetdrill asks for these by the C library's own function, for the assertions in a script; the library is preloaded to answer them. */
int getsockopt(int fd, int level, int name, void *restrict value, socklen_t *restrict length)
{
	if ((level == IPPROTO_TCP && (name == TCP_INFO || name == TCP_CC_INFO)) || (level == SOL_SOCKET && name == SO_MEMINFO))
		return on_getsockopt(NULL, fd, level, name, value, length);
	return (int)syscall(SYS_getsockopt, fd, level, name, value, length);
}

static int on_setsockopt(void *self, int fd, int level, int name, const void *value, socklen_t length)
{
	(void)self;
	return (int)ask(CALL_SETSOCKOPT, fd, level, name, value, length);
}

static int on_poll(void *self, struct pollfd *fds, nfds_t count, int timeout)
{
	int64_t result = ask(CALL_POLL, -1, timeout, (int64_t)count, fds, count * sizeof(*fds));

	(void)self;
	if (result >= 0)
		memcpy(fds, octets_back, count * sizeof(*fds));
	return (int)result;
}

static int on_netdev_send(void *self, const void *packet, size_t length)
{
	(void)self;
	return (int)ask(CALL_INJECT, -1, 0, 0, packet, length);
}

/* No packet is reported as an empty one, which fails the script at once: packetdrill would wait for ever. */
static int on_netdev_receive(void *self, void *packet, size_t *length, long long *sent_at)
{
	struct answer answer = exchange((struct request){ .call = CALL_SNIFF, .fd = -1 }, NULL);

	(void)self;
	*length = answer.length < *length ? answer.length : *length;
	memcpy(packet, octets_back, *length);
	*sent_at = answer.result;
	return 0;
}

/* packetdrill makes blocking calls on a second thread, which first sleeps until the call is due while the main thread waits for it: so its
 * sleep counts for the main thread too. The time at which its call returns is its own: the main thread may be further on by then. */
static __thread int is_main_thread;
static int64_t slept_until;

static int on_usleep(void *self, useconds_t duration)
{
	(void)self;
	ask(CALL_SLEEP, -1, clock_here + duration, 0, NULL, 0);
	__atomic_store_n(&slept_until, clock_here, __ATOMIC_SEQ_CST);
	return 0;
}

static int on_gettimeofday(void *self, struct timeval *now, struct timezone *zone)
{
	(void)self, (void)zone;
	if (host < 0)
		on_usleep(self, 0); /* a thread that has not asked yet */
	int64_t slept = __atomic_load_n(&slept_until, __ATOMIC_SEQ_CST);
	if (is_main_thread && slept > clock_here)
		clock_here = slept;
	clock_here++;
	now->tv_sec = clock_here / 1000000;
	now->tv_usec = clock_here % 1000000;
	return 0;
}

static int on_epoll_create(void *self, int size)
{
	(void)self, (void)size;
	return (int)not_offered("epoll");
}

static int on_epoll_ctl(void *self, int epoll, int operation, int fd, struct epoll_event *event)
{
	(void)self, (void)epoll, (void)operation, (void)fd, (void)event;
	return (int)not_offered("epoll");
}

static int on_epoll_wait(void *self, int epoll, struct epoll_event *events, int count, int timeout)
{
	(void)self, (void)epoll, (void)events, (void)count, (void)timeout;
	return (int)not_offered("epoll");
}

static int on_pipe(void *self, int ends[2])
{
	(void)self, (void)ends;
	return (int)not_offered("pipe");
}

static int on_splice(void *self, int in, loff_t *in_at, int out, loff_t *out_at, size_t length, unsigned int flags)
{
	(void)self, (void)in, (void)in_at, (void)out, (void)out_at, (void)length, (void)flags;
	return (int)not_offered("splice");
}

static void on_free(void *self)
{
	(void)self;
	close(host);
}

void packetdrill_interface_init(const char *flags, struct interface *interface)
{
	(void)flags;
	unsetenv("LD_PRELOAD"); /* not for the commands */
	is_main_thread = 1;
	*interface = (struct interface){
		.free = on_free,
		.socket = on_socket,
		.bind = on_bind,
		.listen = on_listen,
		.accept = on_accept,
		.connect = on_connect,
		.read = on_read,
		.readv = on_readv,
		.recv = on_recv,
		.recvfrom = on_recvfrom,
		.recvmsg = on_recvmsg,
		.write = on_write,
		.writev = on_writev,
		.send = on_send,
		.sendto = on_sendto,
		.sendmsg = on_sendmsg,
		.fcntl = on_fcntl,
		.ioctl = on_ioctl,
		.close = on_close,
		.shutdown = on_shutdown,
		.getsockopt = on_getsockopt,
		.setsockopt = on_setsockopt,
		.poll = on_poll,
		.netdev_send = on_netdev_send,
		.netdev_receive = on_netdev_receive,
		.usleep = on_usleep,
		.gettimeofday = on_gettimeofday,
		.epoll_create = on_epoll_create,
		.epoll_ctl = on_epoll_ctl,
		.epoll_wait = on_epoll_wait,
		.pipe = on_pipe,
		.splice = on_splice,
	};
	ask(CALL_SLEEP, -1, 0, 0, NULL, 0);
}

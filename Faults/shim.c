/* A disk that forgets, fails or is slow, for one process.
 *
 * Preloaded into the server. Every write to a file below SABAK_DISK is remembered with what stood there before, until
 * the file is synced. On SIGUSR2 the power goes: what was not synced is put back (or a random part of it is kept) and
 * the process ends at once. The page SABAK_KNOBS, shared with the tests, makes syncing fail or wait, and counts. */
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static volatile int64_t nothing[KNOBS];
volatile int64_t *knobs = nothing;
char disk[PATH_MAX], stash[PATH_MAX];
struct file files[512];
struct change *first, *last;
pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int file_count, stash_count, file_of[1 << 16];

static void *copied(const void *bytes, size_t length) { return memcpy(malloc(length + 1), bytes, length); }

static struct change *remember(enum kind kind, int file) {
    struct change *one = calloc(1, sizeof *one);
    one->kind = kind;
    one->file = file;
    one->before = last;
    if (last) last->after = one; else first = one;
    return last = one;
}

static void forget(struct change *one) {
    if (one->before) one->before->after = one->after; else first = one->after;
    if (one->after) one->after->before = one->before; else last = one->before;
    REAL(int, real_unlink, const char *);
    /* Not our own, which would wait for the lock that is held. */
    if (one->stash) real_unlink(one->stash);
    free(one->old_bytes), free(one->new_bytes), free(one->path), free(one->other), free(one->stash), free(one);
}

/* ---- which files ---- */

static int is_on_disk(const char *path) {
    size_t length = strlen(path);
    if (!*disk || strncmp(path, disk, strlen(disk)) || strstr(path, "data.lock")) return 0;
    return length < 4 || strcmp(path + length - 4, "-shm");
}

static char *full(const char *path, char *room) {
    char folder[PATH_MAX], found[PATH_MAX];
    const char *name = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", name ? (int)(name - path) : 1, name ? path : ".");
    if (!realpath(folder, found)) return NULL;
    if (snprintf(room, PATH_MAX, "%s/%s", found, name ? name + 1 : path) >= PATH_MAX) return NULL;
    return room;
}

static int known(int fd, const char *path, int flags) {
    struct stat now;
    if (fstat(fd, &now) || !S_ISREG(now.st_mode)) return 0;
    for (int i = 1; i <= file_count; i++)
        if (files[i].device == now.st_dev && files[i].number == now.st_ino) return i;
    if ((flags & O_ACCMODE) == O_RDONLY || file_count == 511) return 0;
    REAL(int, real_open64, const char *, int, ...);
    /* Never closed: closing any descriptor of a file would drop the locks that the process holds on it. */
    int own = real_open64(path, O_RDWR | O_CLOEXEC, 0);
    if (own < 0) return 0;
    files[++file_count] = (struct file){now.st_dev, now.st_ino, own};
    return file_count;
}

static void opened(int fd, const char *path, int flags, int was_there) {
    char room[PATH_MAX];
    if (fd < 0 || fd >= 1 << 16 || !full(path, room) || !is_on_disk(room)) return;
    pthread_mutex_lock(&lock);
    file_of[fd] = known(fd, room, flags);
    if (file_of[fd] && !was_there) remember(MADE, file_of[fd])->path = strdup(room);
    pthread_mutex_unlock(&lock);
}

int open_any(int folder, const char *path, int flags, mode_t mode) {
    REAL(int, real_openat64, int, const char *, int, ...);
    int was_there = !(flags & O_CREAT) || faccessat(folder, path, F_OK, 0) == 0;
    int fd = real_openat64(folder, path, flags, mode);
    if (folder == AT_FDCWD || *path == '/') opened(fd, path, flags, was_there);
    return fd;
}

#define MODE(flags) mode_t mode = 0; \
    va_list more; \
    va_start(more, flags); \
    if (flags & (O_CREAT | __O_TMPFILE)) mode = va_arg(more, mode_t); \
    va_end(more);
int open(const char *path, int flags, ...) { MODE(flags) return open_any(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_any(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags) return open_any(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return open_any(folder, path, flags, mode); }

int close(int fd) {
    REAL(int, real_close, int);
    if (fd >= 0 && fd < 1 << 16) file_of[fd] = 0;
    return real_close(fd);
}

/* ---- what is written ---- */

static int of(int fd) { return fd >= 0 && fd < 1 << 16 ? file_of[fd] : 0; }

static off_t size_of(int fd) {
    struct stat now;
    return fstat(fd, &now) ? 0 : now.st_size;
}

static struct change *before_write(int file, off_t at, const void *bytes, size_t length) {
    struct change *one = remember(WRITTEN, file);
    one->at = at;
    one->size = size_of(files[file].fd);
    one->old_bytes = malloc(length + 1);
    ssize_t there = pread64(files[file].fd, one->old_bytes, length, at);
    one->old_length = there > 0 ? there : 0;
    one->new_bytes = copied(bytes, length);
    one->new_length = length;
    return one;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
    REAL(ssize_t, real_pwrite64, int, const void *, size_t, off_t);
    if (!of(fd)) return real_pwrite64(fd, bytes, length, at);
    pthread_mutex_lock(&lock);
    struct change *one = before_write(of(fd), at, bytes, length);
    ssize_t done = real_pwrite64(fd, bytes, length, at);
    if (done < 0) forget(one); else one->new_length = done;
    pthread_mutex_unlock(&lock);
    return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length) {
    REAL(ssize_t, real_write, int, const void *, size_t);
    if (!of(fd)) return real_write(fd, bytes, length);
    pthread_mutex_lock(&lock);
    off_t at = fcntl(fd, F_GETFL) & O_APPEND ? size_of(fd) : lseek64(fd, 0, SEEK_CUR);
    struct change *one = before_write(of(fd), at, bytes, length);
    ssize_t done = real_write(fd, bytes, length);
    if (done < 0) forget(one); else one->new_length = done;
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate64(int fd, off_t size) {
    REAL(int, real_ftruncate64, int, off_t);
    if (!of(fd)) return real_ftruncate64(fd, size);
    pthread_mutex_lock(&lock);
    off_t was = size_of(fd);
    struct change *one = before_write(of(fd), size, "", 0);
    if (was > size) {
        one->old_bytes = realloc(one->old_bytes, was - size + 1);
        ssize_t there = pread64(files[of(fd)].fd, one->old_bytes, was - size, size);
        one->old_length = there > 0 ? there : 0;
    }
    one->kind = CUT;
    int done = real_ftruncate64(fd, size);
    if (done) forget(one);
    pthread_mutex_unlock(&lock);
    return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

/* A removed or replaced file stays linked until its folder is synced. */
static char *kept_aside(const char *path) {
    char room[PATH_MAX + 32];
    snprintf(room, sizeof room, "%s/%d.%d", stash, getpid(), stash_count++);
    return link(path, room) ? NULL : strdup(room);
}

int unlink(const char *path) {
    REAL(int, real_unlink, const char *);
    char room[PATH_MAX];
    if (!*disk || !full(path, room) || !is_on_disk(room)) return real_unlink(path);
    pthread_mutex_lock(&lock);
    char *aside = kept_aside(room);
    int done = real_unlink(path);
    struct change *one = aside ? remember(REMOVED, 0) : NULL;
    if (one) one->path = strdup(room), one->stash = aside;
    pthread_mutex_unlock(&lock);
    return done;
}

int rename(const char *from, const char *to) {
    REAL(int, real_rename, const char *, const char *);
    char old[PATH_MAX], new[PATH_MAX];
    if (!*disk || !full(from, old) || !full(to, new) || !is_on_disk(new)) return real_rename(from, to);
    pthread_mutex_lock(&lock);
    char *aside = kept_aside(new);
    int done = real_rename(from, to);
    struct change *one = remember(RENAMED, 0);
    one->path = strdup(old), one->other = strdup(new), one->stash = aside;
    pthread_mutex_unlock(&lock);
    return done;
}

/* ---- what is synced ---- */

static int64_t monotonic_ns(void) {
    REAL(int, real_clock_gettime, clockid_t, struct timespec *);
    struct timespec now;
    real_clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void settle(int fd) {
    struct stat now;
    char folder[PATH_MAX] = "", link_path[64];
    int is_folder = fstat(fd, &now) == 0 && S_ISDIR(now.st_mode);
    if (is_folder) {
        snprintf(link_path, sizeof link_path, "/proc/self/fd/%d", fd);
        if (readlink(link_path, folder, sizeof folder - 1) < 0) return;
    }
    for (struct change *one = first, *next; one; one = next) {
        next = one->after;
        int is_data = one->kind == WRITTEN || one->kind == CUT;
        if (is_folder && !is_data && !strncmp(one->path, folder, strlen(folder))) forget(one);
        else if (!is_folder && is_data && of(fd) && one->file == of(fd)) forget(one);
    }
}

static int synced(int fd, int (*really)(int)) {
    struct stat now;
    int is_ours = of(fd) || (*disk && fstat(fd, &now) == 0 && S_ISDIR(now.st_mode));
    if (!is_ours) return really(fd);
    if (knobs[SYNC_DELAY_US]) usleep(knobs[SYNC_DELAY_US]);
    pthread_mutex_lock(&lock);
    knobs[SYNCS]++;
    int done = really(fd), failure = knobs[SYNC_ERRNO];
    if (failure && knobs[SYNC_FAILURES]) {
        knobs[SYNC_FAILURES]--;
        if (!knobs[FAILED_AT_NS]) knobs[FAILED_AT_NS] = monotonic_ns();
        errno = failure, done = -1;
    } else if (done == 0) {
        settle(fd);
    }
    pthread_mutex_unlock(&lock);
    return done;
}
int fsync(int fd) { REAL(int, real_fsync, int); return synced(fd, real_fsync); }
int fdatasync(int fd) { REAL(int, real_fdatasync, int); return synced(fd, real_fdatasync); }

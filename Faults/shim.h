/* What the parts of the shim share: the knobs, in the order of shim.py, and what was written since the last sync. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

enum { SYNC_ERRNO, SYNC_FAILURES, SYNC_DELAY_US, CLOCK_OFFSET_MS, KEEP_SEED, SYNCS, FAILED_AT_NS, UNDONE, KEPT, KNOBS };
enum kind { WRITTEN, CUT, MADE, REMOVED, RENAMED };

struct file { dev_t device; ino_t number; int fd; };
struct change {
    enum kind kind;
    int file;
    off_t at, size;
    size_t old_length, new_length;
    char *old_bytes, *new_bytes, *path, *other, *stash;
    struct change *before, *after;
};

/* Hidden, so that no name of ours meets one of the server's. */
#pragma GCC visibility push(hidden)
extern volatile int64_t *knobs;
extern char disk[PATH_MAX], stash[PATH_MAX];
extern struct file files[512];
extern struct change *first, *last;
extern pthread_mutex_t lock;
int open_any(int folder, const char *path, int flags, mode_t mode);
#pragma GCC visibility pop

#define REAL(answer, name, ...) \
    static answer (*name)(__VA_ARGS__); \
    if (!name) name = (answer (*)(__VA_ARGS__))dlsym(RTLD_NEXT, &#name[5])

/* The power goes: what was not synced is put back, or a random part of it is kept. */
#include "shim.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static int alarm_pipe[2];

static void undo(struct change *one) {
    REAL(ssize_t, real_pwrite64, int, const void *, size_t, off_t);
    REAL(int, real_ftruncate64, int, off_t);
    REAL(int, real_unlink, const char *);
    REAL(int, real_rename, const char *, const char *);
    knobs[UNDONE]++;
    switch (one->kind) {
    case WRITTEN:
    case CUT:
        if (one->old_length) real_pwrite64(files[one->file].fd, one->old_bytes, one->old_length, one->at);
        real_ftruncate64(files[one->file].fd, one->size);
        break;
    case MADE: real_unlink(one->path); break;
    case REMOVED: real_rename(one->stash, one->path); break;
    case RENAMED:
        real_rename(one->other, one->path);
        if (one->stash) real_rename(one->stash, one->other);
    }
}

/* A sector reaches the disk whole or not at all. */
static void keep_some(struct change *one) {
    REAL(ssize_t, real_pwrite64, int, const void *, size_t, off_t);
    REAL(int, real_ftruncate64, int, off_t);
    if (rand() % 2) return;
    knobs[KEPT]++;
    if (one->kind == CUT) real_ftruncate64(files[one->file].fd, one->at);
    size_t length = one->new_length;
    if (rand() % 3 == 0) length = length / 512 ? (rand() % (length / 512)) * 512 : 0;
    if (one->kind == WRITTEN && length) real_pwrite64(files[one->file].fd, one->new_bytes, length, one->at);
}

static void *power_loss(void *unused) {
    char byte;
    while (read(alarm_pipe[0], &byte, 1) != 1) continue;
    pthread_mutex_lock(&lock);
    srand(knobs[KEEP_SEED]);
    int keeps_names = knobs[KEEP_SEED] && rand() % 2;
    for (struct change *one = last; one; one = one->before)
        if (one->kind <= CUT || !keeps_names) undo(one);
    for (struct change *one = first; one && knobs[KEEP_SEED]; one = one->after)
        if (one->kind <= CUT) keep_some(one);
    _exit(137);
    return unused;
}

static void rang(int number) {
    REAL(ssize_t, real_write, int, const void *, size_t);
    if (real_write(alarm_pipe[1], "!", 1) < 0) _exit(number);
}

__attribute__((constructor)) static void start(void) {
    const char *folder = getenv("SABAK_DISK"), *page = getenv("SABAK_KNOBS"), *aside = getenv("SABAK_STASH");
    if (!folder || !page || !aside || pipe(alarm_pipe)) return;
    int fd = open_any(AT_FDCWD, page, O_RDWR | O_CLOEXEC, 0);
    void *shared = mmap(NULL, KNOBS * sizeof *knobs, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared != MAP_FAILED) knobs = shared;
    snprintf(stash, PATH_MAX, "%s", aside);
    if (!realpath(folder, disk)) *disk = 0;
    pthread_t watcher;
    pthread_create(&watcher, NULL, power_loss, NULL);
    signal(SIGUSR2, rang);
}

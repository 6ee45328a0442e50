/* measure RUNS NAME PROGRAM ARGS... [-- NAME PROGRAM ARGS...]...
 *
 * Runs the commands in turns, so that whatever else the machine does hits all
 * of them alike; a twentieth of the runs, or one, goes before and is not
 * counted. Prints for each, with tabs: name, median and least wall time and the
 * median of user and system time together in milliseconds, the most memory
 * that a run had in KiB. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 8

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

static void run(char **argv, double *wall, double *cpu, long *memory)
{
    struct timespec from, to;
    struct rusage usage;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &from);
    pid_t pid = vfork();
    if (pid == 0) {
        execv(argv[0], argv);
        _exit(127);
    }
    if (pid < 0 || wait4(pid, &status, 0, &usage) != pid || status != 0) {
        fprintf(stderr, "measure: %s failed\n", argv[0]);
        exit(1);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    *wall = ((to.tv_sec - from.tv_sec) + (to.tv_nsec - from.tv_nsec) / 1e9) * 1000;
    *cpu = (seconds(usage.ru_utime) + seconds(usage.ru_stime)) * 1000;
    if (usage.ru_maxrss > *memory)
        *memory = usage.ru_maxrss;
}

int main(int argc, char **argv)
{
    char **command[MOST], *name[MOST];
    double *wall[MOST], *cpu[MOST];
    long memory[MOST] = {0};
    int runs = argc > 1 ? atoi(argv[1]) : 0, commands = 0;
    for (int i = 2; i + 1 < argc && commands < MOST; commands++) {
        name[commands] = argv[i];
        command[commands] = argv + i + 1;
        while (i < argc && strcmp(argv[i], "--") != 0)
            i++;
        argv[i++] = NULL; /* argv[argc] is NULL already */
    }
    if (runs < 1 || commands == 0) {
        fprintf(stderr, "usage: measure RUNS NAME PROGRAM ARGS... [-- NAME PROGRAM ARGS...]...\n");
        return 2;
    }
    int null = open("/dev/null", O_RDWR), out = dup(1);
    dup2(null, 0);
    dup2(null, 1);
    int err = dup(2);
    dup2(null, 2);
    for (int c = 0; c < commands; c++) {
        wall[c] = malloc(runs * sizeof(double));
        cpu[c] = malloc(runs * sizeof(double));
    }
    for (int r = -1 - runs / 20; r < runs; r++)
        for (int c = 0; c < commands; c++)
            run(command[c], &wall[c][r < 0 ? 0 : r], &cpu[c][r < 0 ? 0 : r], &memory[c]);
    dup2(err, 2);
    for (int c = 0; c < commands; c++) {
        qsort(wall[c], runs, sizeof(double), ascending);
        qsort(cpu[c], runs, sizeof(double), ascending);
        dprintf(out, "%s\t%.3f\t%.3f\t%.3f\t%ld\n", name[c], wall[c][runs / 2], wall[c][0], cpu[c][runs / 2], memory[c]);
    }
    return 0;
}

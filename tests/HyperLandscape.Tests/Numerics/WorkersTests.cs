using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

public sealed class WorkersTests
{
    public static TheoryData<int> Threads => [1, 2, 8, -1];

    [Theory]
    [MemberData(nameof(Threads))]
    public void Every_block_is_done_once(int threads)
    {
        for (int blocks = 0; blocks <= 20; blocks++)
        {
            var done = new int[blocks];
            With(threads, () => Workers.For(blocks, block => Interlocked.Increment(ref done[block])));
            Assert.All(done, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void Exceptions_come_out_as_they_were_thrown(int threads)
    {
        var thrown = new InvalidDataException("block 7");
        Assert.Same(thrown, Record.Exception(() => With(threads, () => Workers.For(20, block => Fail(block, thrown)))));
        Assert.Same(thrown, Record.Exception(() => Workers.For(20, Options(threads), null, block => Fail(block, thrown))));
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void Cancellation_before_and_during_the_work_ends_it(int threads)
    {
        using var before = new CancellationTokenSource();
        before.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Workers.With(Options(threads, before.Token), () => 1));
        Assert.ThrowsAny<OperationCanceledException>(() => Workers.For(20, Options(threads, before.Token), null, _ => Assert.Fail("nothing should run")));

        using var during = new CancellationTokenSource();
        int done = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Workers.For(100_000, Options(threads, during.Token), null, _ =>
        {
            if (Interlocked.Increment(ref done) == 10)
                during.Cancel();
        }));
        Assert.InRange(done, 10, 99_999);
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void Options_of_the_outermost_caller_hold_within_and_end_with_the_call(int threads)
    {
        int running = 0;
        int most = 0;
        With(threads, () => Workers.For(50, _ =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            Thread.Sleep(1);
            Interlocked.Decrement(ref running);
        }));
        Assert.InRange(most, 1, threads < 0 ? int.MaxValue : threads);

        using var source = new CancellationTokenSource();
        Workers.With(Options(threads, source.Token), () => 1);
        source.Cancel();
        Workers.For(3, _ => { }); // the canceled options are gone
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void Progress_ascends_and_ends_with_one(int threads)
    {
        for (int round = 0; round < 20; round++)
        {
            var progress = new SlowProgress();
            Workers.For(150, Options(threads), progress, _ => { });
            double[] reported = [.. progress.Values];
            Assert.Equal(reported.Distinct().Order(), reported);
            Assert.Equal(1.0, reported[^1]);
        }
    }

    private static void Fail(int block, Exception exception)
    {
        if (block == 7)
            throw exception;
    }

    private static void InterlockedMax(ref int largest, int value)
    {
        int seen = Volatile.Read(ref largest);
        while (value > seen)
            seen = Interlocked.CompareExchange(ref largest, value, seen) is var before && before == seen ? value : before;
    }

    private static void With(int threads, Action body) => Workers.With<object?>(Options(threads), () =>
    {
        body();
        return null;
    });

    private static ParallelOptions Options(int threads, CancellationToken cancellation = default) =>
        new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };

    /// <summary>Takes its time before it writes a report down, so that reports made at once would get out of order.</summary>
    private sealed class SlowProgress : IProgress<double>
    {
        private readonly Random random = new(1);

        public System.Collections.Concurrent.ConcurrentQueue<double> Values { get; } = new();

        public void Report(double value)
        {
            int spins;
            lock (random)
                spins = random.Next(2_000);
            Thread.SpinWait(spins);
            Values.Enqueue(value);
        }
    }
}

using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks.Kernels.Pairs;

/// <summary>A kernel and the plain loops that do the same, on one input. Whoever makes a pair has required that both agree.</summary>
internal sealed record KernelPair(Action Scalar, Action Library)
{
    /// <summary>A pair that runs on one thread: kernels that share their work among threads are compared with plain loops, which do not.</summary>
    public static KernelPair OnOneThread(Action scalar, Action library) => new(scalar, () => Workers.With(new ParallelOptions { MaxDegreeOfParallelism = 1 }, () =>
    {
        library();
        return 0;
    }));
}

using HyperLandscape.Numerics;

namespace HyperLandscape.Walks;

/// <summary>Walks on landscapes.</summary>
public static class LandscapeWalks
{
    /// <summary>Walks from a vertex.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="walk">How to walk.</param>
    /// <param name="start">The vertex to start from.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public static WalkTrace Walk(this Landscape landscape, IWalk walk, int start) => walk.Walk(landscape, start);

    /// <summary>Walks from several vertices, in parallel; the traces are in the order of the starts.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="walk">How to walk.</param>
    /// <param name="starts">The vertices to start from.</param>
    /// <param name="options">Number of threads and cancellation; the traces do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the finished walks, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static IReadOnlyList<WalkTrace> Walk(this Landscape landscape, IWalk walk, IReadOnlyList<int> starts, ParallelOptions? options = null, IProgress<double>? progress = null)
    {
        var traces = new WalkTrace[starts.Count];
        Workers.For(traces.Length, options, progress, i => traces[i] = walk.Walk(landscape, starts[i]));
        return traces;
    }
}

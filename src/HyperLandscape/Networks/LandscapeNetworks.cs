using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>Connects the local optima of landscapes.</summary>
public static class LandscapeNetworks
{
    /// <summary>The local optima network of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="edges">Which moves connect its local optima, for example <see cref="EscapeEdges"/> or <see cref="BasinTransitions"/>.</param>
    /// <param name="options">Number of threads and cancellation; the network does not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static LocalOptimaNetwork Connect(this Landscape landscape, INetworkEdges edges, ParallelOptions? options = null, IProgress<double>? progress = null) =>
        Workers.With(options, () => WorkProgress.With(progress, () => edges.Connect(landscape)));
}

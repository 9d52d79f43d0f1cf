using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>Connects the local optima of landscapes.</summary>
public static class LandscapeNetworks
{
    /// <summary>The local optima network of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="edges">Which moves connect its local optima, for example <see cref="EscapeEdges"/> or <see cref="BasinTransitions"/>.</param>
    /// <param name="options">Number of threads and cancellation; the network does not depend on the number of threads.</param>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static LocalOptimaNetwork Connect(this Landscape landscape, INetworkEdges edges, ParallelOptions? options = null) =>
        Workers.With(options, () => edges.Connect(landscape));
}

namespace HyperLandscape.Networks;

/// <summary>
/// Which moves connect the local optima of a landscape: a move leads from one optimum to the optimum of the basin where it
/// lands. Implementations are pure: the same landscape gives the same network.
/// </summary>
public interface INetworkEdges
{
    /// <summary>The network of all local optima, connected by these moves.</summary>
    LocalOptimaNetwork Connect(Landscape landscape);
}

namespace HyperLandscape.Walks;

/// <summary>
/// A walk or climb: from a vertex to one of its neighbours, and so on. Implementations are pure: the same landscape and
/// start give the same trace; randomness comes from a seed among the parameters.
/// </summary>
public interface IWalk
{
    /// <summary>Walks from a vertex.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="start">The vertex to start from, which is the first of the trace.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    WalkTrace Walk(Landscape landscape, int start);
}

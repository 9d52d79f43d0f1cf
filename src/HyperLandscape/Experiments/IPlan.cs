using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>Which configurations of a space an experiment evaluates, and in which order.</summary>
public interface IPlan
{
    /// <summary>The cells to evaluate, each once. The same for every call with the same space.</summary>
    /// <exception cref="ArgumentException">The plan does not fit the space.</exception>
    IEnumerable<long> Cells(SearchSpace space);
}

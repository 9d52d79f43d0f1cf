using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>All configurations of a space, in the order of their cells.</summary>
public sealed record CompleteGrid : IPlan
{
    /// <inheritdoc/>
    public IEnumerable<long> Cells(SearchSpace space)
    {
        for (long cell = 0; cell < space.CellCount; cell++)
            yield return cell;
    }
}

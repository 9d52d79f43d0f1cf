using System.Globalization;
using HyperLandscape.Graphs;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

/// <summary>What a landscape is made of, so that the library and the reference can each make it.</summary>
internal sealed record LandscapeCase(SearchSpace Space, INeighborhood Neighborhood, long[] Cells, double[] Fitness, Objective Objective, double Tolerance)
{
    public Landscape ToLandscape() => Landscape.Create(Space, Cells, Fitness, Objective, Tolerance, Duplicates.Refuse, Neighborhood);

    public ReferenceLandscape ToReference() => new(Space, Neighborhood, Cells, Fitness, Objective, Tolerance);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {string.Join(" ", Space.Hyperparameters.ToArray().Select(h => $"{h.Kind}({h.LevelCount})"))}, {Neighborhood}, {Objective}, tolerance {Tolerance:R}
        cells [{string.Join(", ", Cells)}]
        fitness [{string.Join(", ", Fitness.Select(f => f.ToString("R", CultureInfo.InvariantCulture)))}]
        """);
}

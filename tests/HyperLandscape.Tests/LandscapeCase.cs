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

    public ReferenceInteractions ToReferenceInteractions() => new(Space, Neighborhood, Cells, Fitness, Objective);

    /// <summary>The same landscape the other way round: the fitness negated, and the objective.</summary>
    public LandscapeCase Negated() => this with { Fitness = [.. Fitness.Select(f => -f)], Objective = Objective == Objective.Minimize ? Objective.Maximize : Objective.Minimize };

    /// <summary>The same configurations with the hyperparameters in reverse order.</summary>
    public LandscapeCase Reversed()
    {
        var space = new SearchSpace([.. Space.Hyperparameters.ToArray().Reverse()]);
        return this with { Space = space, Cells = [.. Cells.Select(cell => space.Cell([.. Enumerable.Range(0, Space.Dimension).Select(h => Space.Level(cell, h)).Reverse()]))] };
    }

    /// <summary>The same configurations with other names, and so another order, of the values of categories.</summary>
    public LandscapeCase Relabeled()
    {
        Hyperparameter[] axes = Space.Hyperparameters.ToArray();
        return this with { Cells = [.. Cells.Select(cell => Space.Cell([.. axes.Select((axis, h) => axis.Kind == HyperparameterKind.Ordinal ? Space.Level(cell, h) : (Space.Level(cell, h) + 1) % axis.LevelCount)]))] };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {string.Join(" ", Space.Hyperparameters.ToArray().Select(h => $"{h.Kind}({h.LevelCount})"))}, {Neighborhood}, {Objective}, tolerance {Tolerance:R}
        cells [{string.Join(", ", Cells)}]
        fitness [{string.Join(", ", Fitness.Select(f => f.ToString("R", CultureInfo.InvariantCulture)))}]
        """);
}

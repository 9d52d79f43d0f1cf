using CsCheck;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

/// <summary>Generators of random landscapes: mixed spaces, ties or none, complete or sampled, any tolerance and neighbourhood.</summary>
internal static class LandscapeCases
{
    private static readonly Gen<HyperparameterKind> Kind = Gen.OneOf(HyperparameterKind.Ordinal, HyperparameterKind.Categorical, HyperparameterKind.Boolean);
    private static readonly Gen<INeighborhood> Neighborhood = Gen.OneOf<INeighborhood>(new GridNeighborhood(), new HammingNeighborhood(), new WrappedNeighborhood());
    private static readonly Gen<Objective> Direction = Gen.OneOf(Objective.Minimize, Objective.Maximize);

    /// <summary>Values without exact ties, almost surely; uniform, since differences of 1e-30 drown in rounding whoever computes.</summary>
    private static readonly Gen<double> Continuous = Gen.Double.Unit.Select(unit => unit - 0.5);

    /// <summary>Fitness values with their tolerances: few values (exact ties), tenths (differences that round to about the tolerance), continuous, constant.</summary>
    private static readonly Gen<(Gen<double> Value, double Tolerance)> Values = Gen.OneOf(
        Gen.OneOf<(Gen<double>, double)>((Gen.Int[0, 4].Select(value => value / 4.0), 0), (Gen.Int[0, 4].Select(value => value / 4.0), 0.25)),
        Gen.OneOf<(Gen<double>, double)>((Gen.Int[-9, 9].Select(value => value / 10.0), 0), (Gen.Int[-9, 9].Select(value => value / 10.0), 0.1), (Gen.Int[-9, 9].Select(value => value / 10.0), 0.3)),
        Gen.OneOf<(Gen<double>, double)>((Continuous, 0), (Continuous, 0.02), (Continuous, 0.2)),
        Gen.OneOf<(Gen<double>, double)>((Gen.Const(0.1), 0), (Gen.Const(-0.7), 0.1)));

    private static readonly Gen<SearchSpace> SmallSpace = Gen.Select(Kind, Gen.Int[1, 5]).Array[2, 5].Where(axes => axes.Any(axis => axis.Item2 > 1 || axis.Item1 == HyperparameterKind.Boolean)).Select(Space);

    private static readonly Gen<SearchSpace> LargeSpace = Gen.Select(
        Gen.OneOf<int[]>([6, 5, 4, 3, 3, 2], [2, 3, 3, 4, 5, 6], [40, 30], [3, 300], [300, 3], [9, 9, 9], [17, 1, 16, 2], [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]),
        Kind.Array[10],
        (levels, kinds) => Space([.. levels.Zip(kinds, (count, kind) => (kind, count))]));

    /// <summary>Up to a few hundred cells, everything varied.</summary>
    public static Gen<LandscapeCase> Small { get; } = SmallSpace.SelectMany(space => Case(space, Neighborhood, Values));

    /// <summary>A few hundred to a few thousand cells, everything varied.</summary>
    public static Gen<LandscapeCase> Large { get; } = LargeSpace.SelectMany(space => Case(space, Neighborhood, Values));

    /// <summary>Up to a few hundred cells, all of them there.</summary>
    public static Gen<LandscapeCase> Complete { get; } = Small.Where(given => given.Cells.Length == given.Space.CellCount);

    /// <summary>Continuous fitness: no exact ties, so that nothing depends on the order of cells.</summary>
    public static Gen<LandscapeCase> WithoutTies { get; } = Gen.OneOf(SmallSpace, LargeSpace).SelectMany(space => Case(space, Neighborhood, Gen.OneOf<(Gen<double>, double)>((Continuous, 0), (Continuous, 0.02))));

    private static Gen<LandscapeCase> Case(SearchSpace space, Gen<INeighborhood> neighborhood, Gen<(Gen<double> Value, double Tolerance)> values) =>
        Gen.Select(neighborhood, Direction, values, Cells(space)).SelectMany((hood, direction, value, cells) =>
            value.Value.Array[cells.Length].Select(fitness => new LandscapeCase(space, hood, cells, fitness, direction, value.Tolerance)));

    private static Gen<long[]> Cells(SearchSpace space)
    {
        long[] all = [.. Enumerable.Range(0, (int)space.CellCount).Select(cell => (long)cell)];
        Gen<long[]> sample = Gen.Select(Gen.Shuffle(all), Gen.Int[1, all.Length], (shuffled, count) => shuffled[..count]);
        return Gen.OneOf(Gen.Const(all), sample);
    }

    private static SearchSpace Space((HyperparameterKind Kind, int Levels)[] axes) =>
        new([.. axes.Select((axis, h) => Axis($"h{h}", axis.Kind, axis.Levels))]);

    private static Hyperparameter Axis(string name, HyperparameterKind kind, int levels)
    {
        string[] labels = [.. Enumerable.Range(0, levels).Select(level => $"level {level}")];
        return kind switch
        {
            HyperparameterKind.Ordinal => Hyperparameter.Ordinal(name, labels),
            HyperparameterKind.Boolean when levels <= 2 => Hyperparameter.Boolean(name),
            _ => Hyperparameter.Categorical(name, labels),
        };
    }
}

using CsCheck;
using HyperLandscape.Embeddings;
using HyperLandscape.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>A proximity as the library knows it, and as a dense function of A.</summary>
internal sealed record ProximityCase(Proximity Proximity, Func<Matrix<double>, Matrix<double>> Dense)
{
    /// <summary>Every proximity with every option.</summary>
    public static ProximityCase[] All { get; } =
    [
        new(new CommonNeighbors(), a => ReferenceProximity.CommonNeighbors(a, true)),
        new(new CommonNeighbors { SelfLoops = false }, a => ReferenceProximity.CommonNeighbors(a, false)),
        new(new Katz(), a => ReferenceProximity.Katz(a, null)),
        new(new Katz { Beta = 0.01 }, a => ReferenceProximity.Katz(a, 0.01)),
        new(new Katz { Beta = 0.3 }, a => ReferenceProximity.Katz(a, 0.3)),
        new(new RootedPageRank(), a => ReferenceProximity.RootedPageRank(a, 0.85)),
        new(new RootedPageRank { Alpha = 0.2 }, a => ReferenceProximity.RootedPageRank(a, 0.2)),
        new(new AdamicAdar(), ReferenceProximity.AdamicAdar),
    ];

    public static Gen<ProximityCase> Any { get; } = Gen.Int[0, All.Length - 1].Select(index => All[index]);

    public override string ToString() => $"{Proximity}";
}

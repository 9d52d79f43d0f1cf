using CsCheck;
using HyperLandscape.Embeddings;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>HOPE against dense matrices that are written down from the definitions, and MathNet's singular values of them.</summary>
public sealed class HopeDenseTests
{
    private static readonly Gen<LandscapeCase> Landscapes = LandscapeCases.Small.Where(given => given.Cells.Length <= 150);

    public static TheoryData<int> Proximities => [.. Enumerable.Range(0, ProximityCase.All.Length)];

    /// <summary>Mixed spaces, ties, tolerances, samples, neighbourhoods, objectives.</summary>
    [Fact]
    public void Random_landscapes_agree_with_dense_matrices() => Gen.Select(Landscapes, ProximityCase.Any, Gen.Int[1, 70]).Sample(
        (given, proximity, rank) =>
        {
            Matrix<double> a = ReferenceProximity.Adjacency(given.ToReference());
            DenseHope.Check(given.ToLandscape(), new Hope { Proximity = proximity.Proximity, Dimensions = 2 * rank }, proximity.Dense(a));
        },
        iter: 60);

    /// <summary>288 configurations, more than the basis holds before it is restarted at the smaller ranks.</summary>
    [Theory]
    [MemberData(nameof(Proximities))]
    public void Every_proximity_agrees_with_a_dense_matrix(int index)
    {
        LandscapeCase given = Of("o6 c4 b o6", 5);
        ProximityCase proximity = ProximityCase.All[index];
        Matrix<double> s = proximity.Dense(ReferenceProximity.Adjacency(given.ToReference()));
        foreach (int dimensions in new[] { 2, 8, 64 })
            DenseHope.Check(given.ToLandscape(), new Hope { Proximity = proximity.Proximity, Dimensions = dimensions }, s);
    }

    /// <summary>More than 64 neighbours, so that a vertex has several words of bits; complete, sampled and in disguise.</summary>
    [Theory]
    [InlineData("c90")]
    [InlineData("c70 o3")]
    [InlineData("o3 c70")]
    [InlineData("c40 c5")]
    public void Many_categories(string axes)
    {
        LandscapeCase complete = Of(axes, 1);
        var random = new Random(2);
        LandscapeCase sample = complete with { Cells = [.. complete.Cells.Where(_ => random.Next(10) > 0)] };
        sample = sample with { Fitness = [.. sample.Cells.Select(cell => complete.Fitness[cell])] };
        foreach (LandscapeCase given in new[] { complete, sample, complete with { Neighborhood = new WrappedNeighborhood() } })
        {
            Matrix<double> a = ReferenceProximity.Adjacency(given.ToReference());
            foreach (int index in new[] { 0, 2, 5, 7 })
                DenseHope.Check(given.ToLandscape(), new Hope { Proximity = ProximityCase.All[index].Proximity, Dimensions = 32 }, ProximityCase.All[index].Dense(a));
        }
    }

    /// <summary>Half of the default dimensions and around it: fewer vertices than dimensions give two coordinates per vertex.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void Few_vertices(int count)
    {
        foreach (string kind in new[] { "o", "c" })
        {
            LandscapeCase given = Of($"{kind}{count}", count);
            Matrix<double> a = ReferenceProximity.Adjacency(given.ToReference());
            foreach (ProximityCase proximity in ProximityCase.All)
            {
                var hope = new Hope { Proximity = proximity.Proximity };
                Assert.Equal(2 * Math.Min(64, count), hope.Embed(given.ToLandscape()).Dimensions);
                DenseHope.Check(given.ToLandscape(), hope, proximity.Dense(a));
            }
        }
    }

    /// <summary>All configurations of a space, with random fitness.</summary>
    private static LandscapeCase Of(string axes, int seed)
    {
        SearchSpace space = Grids.Of(axes);
        var random = new Random(seed);
        long[] cells = Grids.AllCells(space);
        return new LandscapeCase(space, new HyperLandscape.Graphs.GridNeighborhood(), cells, [.. cells.Select(_ => random.NextDouble())], Objective.Minimize, 0);
    }
}

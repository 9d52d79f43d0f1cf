using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

/// <summary>Real losses have heavy tails: runs that diverged report 10^6 or more. That must not cost the others their digits.</summary>
public sealed class DivergedRunsTests
{
    [Theory]
    [InlineData(1e2)]
    [InlineData(1e4)]
    [InlineData(1e6)]
    [InlineData(1e8)]
    [InlineData(1e10)]
    [InlineData(1e20)]
    public void A_plateau_of_diverged_runs_costs_no_digits(double diverged)
    {
        double[] twenty = [.. Enumerable.Range(0, 20).Select(level => (double)level)];
        var space = new SearchSpace(Hyperparameter.Ordinal("x", twenty), Hyperparameter.Ordinal("y", twenty));
        var random = new Random(1);
        double[] fitness = [.. Enumerable.Range(0, 400).Select(cell => cell < 200 ? random.NextDouble() : diverged)];
        long[] cells = [.. Enumerable.Range(0, 400).Select(cell => (long)cell)];
        var reference = new ReferenceLandscape(space, new GridNeighborhood(), cells, fitness, Objective.Minimize, 0);
        foreach (INeighborhood neighborhood in new INeighborhood[] { new GridNeighborhood(), new WrappedNeighborhood() })
        {
            Landscape landscape = Landscape.Create(space, fitness, neighborhood: neighborhood);
            Assert.Equal(ReferenceMetrics.ImprovingAssortativity(reference), landscape.Measure(new FitnessAssortativity()), 1e-11);
            Assert.Equal(ReferenceMetrics.AllAssortativity(reference), landscape.Measure(new FitnessAssortativity { Edges = AssortativityEdges.All }), 1e-11);
            Assert.Equal(ReferenceMetrics.Autocorrelation(reference, 2), landscape.Measure(new Autocorrelation { Lag = 2 }), 1e-11);
        }
    }
}

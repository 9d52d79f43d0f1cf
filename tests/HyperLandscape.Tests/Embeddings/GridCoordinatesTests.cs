using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Embeddings;

public sealed class GridCoordinatesTests
{
    private static readonly double Half = Math.Sqrt(0.5);

    private static readonly double Aside = Math.Sqrt(0.75);

    /// <summary>Three trials of a solver and, where it is sgd, a rate and momentum.</summary>
    private static readonly SearchSpace Trials = SearchSpace.Listed(
        [
            Hyperparameter.Categorical("solver", "sgd", "adam", "lbfgs"),
            Hyperparameter.Ordinal("rate", 1, 10, 100),
            Hyperparameter.Ordinal("momentum", 0.5, 0.7, 0.9).WithInactive(),
        ],
        [0, 1, 0, 0, 2, 2, 1, 0, 3]);

    /// <summary>The values 10 and 100 of 1 to 100 lie at 9/99 and 1, their logarithms at 1/2 and 1; 0.5 and 0.9 at both ends; inactive is aside of the middle.</summary>
    [Fact]
    public void Scattered_configurations_lie_where_their_neighbors_are_found()
    {
        Landscape landscape = Landscape.Create(Trials, [1, 2, 3], neighborhood: new NearestNeighborhood { Neighbors = 1 });
        Close([Half, 0, 0, 9 / 99.0, 0, 0, Half, 0, 0, 1, 1, 0, 0, Half, 0, 0, 0.5, Aside], landscape.Embed(new GridCoordinates()));
        Landscape scaled = Landscape.Create(Trials, [1, 2, 3], neighborhood: new NearestNeighborhood { Neighbors = 1, Logarithmic = ["rate"] });
        Close([Half, 0, 0, 0.5, 0, 0, Half, 0, 0, 1, 1, 0, 0, Half, 0, 0, 0.5, Aside], scaled.Embed(new GridCoordinates()));
    }

    /// <summary>By steps, three levels are two coordinates: 00, 10, 11; inactive both are 1/2.</summary>
    [Fact]
    public void Listed_configurations_are_coded_by_steps()
    {
        Landscape landscape = Landscape.Create(Trials, [1, 2, 3]);
        Close([Half, 0, 0, 1, 0, 0, 0, 0, Half, 0, 0, 1, 1, 1, 1, 0, 0, Half, 0, 0, 0, 0.5, 0.5, Aside], landscape.Embed(new GridCoordinates()));
    }

    [Fact]
    public void The_squared_distance_of_rows_is_that_of_configurations()
    {
        foreach (INeighborhood neighborhood in (INeighborhood[])[new GridNeighborhood(), new HammingNeighborhood()])
        {
            var space = new SearchSpace(Hyperparameter.Ordinal("depth", 1, 2, 4, 8), Hyperparameter.Categorical("solver", "a", "b", "c"), Hyperparameter.Boolean("bias"), Hyperparameter.Ordinal("only", 7));
            Landscape landscape = Landscape.Create(space, Enumerable.Range(0, 24).Select(i => (double)i).ToArray(), neighborhood: neighborhood);
            Embedding rows = landscape.Embed(new GridCoordinates());
            for (int a = 0; a < 24; a++)
            {
                for (int b = 0; b < 24; b++)
                    Assert.Equal(landscape.Graph.Distance(a, b), rows[a].ToArray().Zip(rows[b].ToArray(), (x, y) => (x - y) * (x - y)).Sum(), 1e-12);
            }
        }
    }

    private static void Close(double[] expected, Embedding actual)
    {
        double[] coordinates = actual.Coordinates.ToArray();
        Assert.Equal(expected.Length, coordinates.Length);
        Assert.All(expected.Zip(coordinates), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }
}

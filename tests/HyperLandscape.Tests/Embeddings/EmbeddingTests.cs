using HyperLandscape.Embeddings;
using HyperLandscape.Spaces;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Tests.Embeddings;

public sealed class EmbeddingTests
{
    private static readonly SearchSpace Space = new(Hyperparameter.Ordinal("depth", 1, 2), Hyperparameter.Categorical("loss", "l,1", "l2"));

    private static readonly Landscape Square = Landscape.Create(Space, [0.5, 0.25, 1, 2]);

    [Fact]
    public void Rows_of_a_landscape_are_written_with_their_configurations()
    {
        using var csv = new StringWriter();
        new Embedding(Square, 2, [0, 1, 0.1, -3, 1e-20, 5, 6, 7]).WriteCsv(csv);
        Assert.Equal("depth,loss,fitness,x1,x2\n1,\"l,1\",0.5,0,1\n1,l2,0.25,0.1,-3\n2,\"l,1\",1,1E-20,5\n2,l2,2,6,7\n", csv.ToString());
    }

    [Fact]
    public void Rows_of_no_landscape_are_written_alone()
    {
        var embedding = new Embedding(3, [1, 2, 3, 4, 5, 6]);
        using var csv = new StringWriter();
        embedding.WriteCsv(csv);
        Assert.Equal("x1,x2,x3\n1,2,3\n4,5,6\n", csv.ToString());
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            embedding.WriteCsv(path);
            Assert.Equal(csv.ToString(), File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_matrix_has_the_same_rows()
    {
        Matrix<double> matrix = new Embedding(3, [1, 2, 3, 4, 5, 6]).ToMatrix();
        Assert.Equal(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, matrix.ToArray());
    }

    /// <summary>The first embeds and the second reduces: the grid coordinates of two levels each are 0 or 1, and the sum of each row is kept.</summary>
    [Fact]
    public void Then_reduces_what_was_embedded()
    {
        Landscape levels = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("a", 1, 2), Hyperparameter.Ordinal("b", 1, 2)), [0.5, 0.25, 1, 2]);
        Embedding sums = levels.Embed(new GridCoordinates().Then(new RowSums()));
        Assert.Same(levels, sums.Landscape);
        Assert.Equal([0, 1, 1, 2], sums.Coordinates.ToArray());
    }

    private sealed record RowSums : IReducer
    {
        public Embedding Reduce(Embedding embedding) =>
            new(embedding.Landscape!, 1, [.. Enumerable.Range(0, embedding.Count).Select(row => embedding[row].ToArray().Sum())]);
    }
}

using System.Numerics;

namespace HyperLandscape.Plotting.Tests;

public sealed class StressLayoutTests
{
    [Fact]
    public void A_triangle_gets_its_sides()
    {
        float[,] sides = { { 0, 3, 4 }, { 3, 0, 5 }, { 4, 5, 0 } };
        Vector2[] places = StressLayout.Of(3, (a, b) => sides[a, b]);
        Assert.Equal(3, Vector2.Distance(places[0], places[1]), 0.01f);
        Assert.Equal(4, Vector2.Distance(places[0], places[2]), 0.01f);
        Assert.Equal(5, Vector2.Distance(places[1], places[2]), 0.01f);
    }

    [Fact]
    public void Points_of_a_plane_are_found_again()
    {
        var random = new Random(3);
        Vector2[] truth = [.. Enumerable.Range(0, 60).Select(_ => new Vector2(random.NextSingle(), random.NextSingle()) * 100)];
        Vector2[] found = StressLayout.Of(truth.Length, (a, b) => Vector2.Distance(truth[a], truth[b]));
        for (int a = 0; a < truth.Length; a++)
        {
            for (int b = 0; b < a; b++)
                Assert.Equal(Vector2.Distance(truth[a], truth[b]), Vector2.Distance(found[a], found[b]), 1f);
        }
    }

    [Fact]
    public void Few_points_have_places()
    {
        Assert.Empty(StressLayout.Of(0, (_, _) => 1));
        Assert.Equal([Vector2.Zero], StressLayout.Of(1, (_, _) => 1));
    }

    [Fact]
    public void Circles_that_start_at_one_place_come_apart()
    {
        var centers = new Vector2[40];
        float[] radii = [.. Enumerable.Range(0, 40).Select(i => 1f + (i % 5))];
        StressLayout.Separate(centers, radii, 2);
        for (int a = 0; a < centers.Length; a++)
        {
            for (int b = 0; b < a; b++)
                Assert.True(Vector2.Distance(centers[a], centers[b]) > radii[a] + radii[b] + 1.9f);
        }
    }
}

using System.Text;
using System.Text.Json;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class ProfileTests
{
    private static readonly SearchSpace Space = new(Hyperparameter.Ordinal("x", 0, 1, 2));
    private static readonly IMetric Best = Metric.From("Best, of all", landscape => landscape.Fitness.ToArray().Min());
    private static readonly IMetric Undefined = Metric.From("Undefined", _ => double.NaN);

    [Fact]
    public void Prints_an_aligned_table()
    {
        LandscapeProfile profile = Landscape.Create(Space, [1234.5, 0.25, 2]).Profile(Best, Undefined, new LocalOptimaCount());
        Assert.Equal(
            """
            metric         value
            Best, of all  0.2500
            Undefined          -
            Local optima       1

            """,
            profile.ToString());
    }

    [Fact]
    public void Values_are_found_by_name_and_by_metric()
    {
        LandscapeProfile profile = Landscape.Create(Space, [1, 0.25, 2]).Profile();
        Assert.Equal(6, profile.Names.Length);
        Assert.Equal(1, profile["Local optima"]);
        Assert.Equal(3, profile[new MeanBasinSize()]);
        Assert.Contains("Local optima", Assert.Throws<KeyNotFoundException>(() => profile["local optima"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_csv_and_json_that_read_back_exactly()
    {
        LandscapeProfile profile = Landscape.Create(Space, [1, 0.1 + 0.2, 2]).Profile(Best, Undefined);
        using var csv = new StringWriter();
        profile.WriteCsv(csv);
        Assert.Equal("metric,value\n\"Best, of all\",0.30000000000000004\nUndefined,NaN\n", csv.ToString());

        using var json = new MemoryStream();
        profile.WriteJson(json);
        using JsonDocument document = JsonDocument.Parse(json.ToArray());
        Assert.Equal(0.1 + 0.2, document.RootElement.GetProperty("Best, of all").GetDouble());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("Undefined").ValueKind);
    }

    [Fact]
    public void A_set_has_one_row_per_landscape()
    {
        var set = new LandscapeSet(["dataset", "fidelity"],
        [
            (Landscape.Create(Space, [1, 0.25, 2]), ["a", "low"]),
            (Landscape.Create(Space, [3, 4, 2]), ["a", "high"]),
        ]);
        LandscapeSetProfile profile = set.Profile([Best, new LocalOptimaCount()]);
        Assert.Equal(
            """
            dataset fidelity  Best, of all  Local optima
            a low                   0.2500             1
            a high                       2             2

            """,
            profile.ToString());
        using var csv = new StringWriter();
        profile.WriteCsv(csv);
        Assert.Equal("dataset,fidelity,\"Best, of all\",Local optima\na,low,0.25,1\na,high,2,2\n", csv.ToString());
        using var json = new MemoryStream();
        profile.WriteJson(json);
        Assert.Equal("low", JsonDocument.Parse(Encoding.UTF8.GetString(json.ToArray())).RootElement[0].GetProperty("labels").GetProperty("fidelity").GetString());
    }

    [Fact]
    public void Metrics_need_different_names()
    {
        Landscape landscape = Landscape.Create(Space, [1, 0.25, 2]);
        Assert.Contains("Local optima", Assert.Throws<ArgumentException>(() => landscape.Profile(new LocalOptimaCount(), new LocalOptimaCount())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => landscape.Profile([]));
        Assert.Equal(2, landscape.Profile(new MeanNeutrality(), new MeanNeutrality { Tolerance = 0.5 }).Names.Length);
    }

    [Fact]
    public void A_canceled_profile_throws_and_can_be_asked_again()
    {
        Landscape landscape = Landscape.Create(Space, [1, 0.25, 2]);
        Assert.ThrowsAny<OperationCanceledException>(() => landscape.Profile(Metric.Paper, new ParallelOptions { CancellationToken = new CancellationToken(true) }));
        Assert.Equal(1, landscape.Profile()["Local optima"]);
    }

    [Fact]
    public void Progress_of_a_set_ascends_to_one()
    {
        var set = new LandscapeSet(["i"], Enumerable.Range(0, 40).Select(i => (Landscape.Create(Space, [i, 0.25, 2]), (IReadOnlyList<string>)[$"{i}"])));
        var shares = new Shares();
        set.Profile(Metric.Paper, progress: shares);
        Assert.Equal(1, shares.Largest);
    }

    private sealed class Shares : IProgress<double>
    {
        private readonly Lock gate = new();

        public double Largest { get; private set; }

        public void Report(double value)
        {
            lock (gate)
                Largest = Math.Max(Largest, value);
        }
    }
}

using System.Numerics.Tensors;
using HyperLandscape.Embeddings;
using HyperLandscape.Metrics;
using HyperLandscape.Networks;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;
using HyperLandscape.Walks;

namespace HyperLandscape.Tests;

/// <summary>The examples change the working folder and the standard output of the process, so they run alone.</summary>
[CollectionDefinition(nameof(ReadmeExamples), DisableParallelization = true)]
public sealed class ReadmeExamplesRunAlone;

/// <summary>The examples of the README as they stand there, run; <see cref="ReadmeTests"/> fails when the two drift apart.</summary>
[Collection(nameof(ReadmeExamples))]
public sealed class ReadmeExamples : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hyperlandscape").FullName;
    private readonly StringWriter printed = new();

    public ReadmeExamples()
    {
        Console.SetOut(printed);
    }

    public void Dispose()
    {
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        printed.Dispose();
        Directory.Delete(folder, true);
    }

    [Fact]
    public void Reading_a_table()
    {
        In(folder, () =>
        {
            WriteTrials("trials.csv");
            var landscape = Landscape.ReadCsv("trials.csv", fitness: "val_error", ignore: ["seed", "seconds"]);
            Console.WriteLine(landscape);            // 24 configurations of 3 hyperparameters, minimized, complete grid
            Console.WriteLine(landscape.Profile());  // the paper's six metrics as a table

            Console.WriteLine($"best: {landscape[landscape.GlobalOptima[0]]}");
            foreach (int optimum in landscape.Optima) // local optima; see also Ranks, Basins and BestNeighbors
                Console.WriteLine($"{landscape.Fitness[optimum]:F4} at {landscape[optimum]}"); // landscape[optimum]["learning_rate"] is a number

            landscape.Save("trials.landscape");
            var opened = Landscape.Load("trials.landscape");
            Assert.True(opened.Fitness.SequenceEqual(landscape.Fitness));
        });
        Assert.StartsWith("24 configurations of 3 hyperparameters, minimized, complete grid", printed.ToString(), StringComparison.Ordinal);
        Assert.Contains("best: learning_rate=", printed.ToString(), StringComparison.Ordinal);
        Assert.Contains("Mean neutrality (tolerance 0.001)", printed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_and_a_network()
    {
        In(folder, () =>
        {
            File.Copy(Path.Combine(Repository.Root, "samples", "data", "own_xgb.csv.gz"), "xgb.csv.gz");
            var landscape = LandscapeSet.ReadCsv("xgb.csv.gz", fitness: "{split}_{measure}_{dataset}_{fidelity}")["test", "logloss", "pima", "it100"];
            var hope = landscape.Embed(new Hope { Dimensions = 128 });
            var map = hope.Reduce(new Umap { MinDist = 1, Epochs = 500, Seed = 42 });
            map.WriteCsv("map.csv");
            Console.WriteLine(new EmbeddingQuality().Measure(map, hope));
            Surface.Of(map).WriteCsv("surface.csv"); // ranks, interpolated

            LocalOptimaNetwork network = landscape.Connect(new EscapeEdges { Distance = 2 });
            Console.WriteLine(NetworkSummary.Of(network));       // optima, edges, funnels, global strength
            network.Monotonic().WriteGraphML("network.graphml"); // for Gephi, networkx or igraph
            Console.WriteLine(landscape.Walk(new AdaptiveWalk { Seed = 1 }, start: 0));
            Assert.Equal(landscape.Count + 1, File.ReadLines("map.csv").Count());
            Assert.Contains("<graphml", File.ReadAllText("network.graphml"), StringComparison.Ordinal);
        });
        Assert.Contains("rustworthiness", printed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Comparing_fidelities()
    {
        In(folder, () =>
        {
            File.Copy(Path.Combine(Repository.Root, "samples", "data", "own_xgb.csv.gz"), "xgb.csv.gz");

            // Do ten boosting rounds rank the configurations as a hundred do? Columns that match the pattern are landscapes.
            var set = LandscapeSet.ReadCsv("xgb.csv.gz", fitness: "{split}_{measure}_{dataset}_{fidelity}");
            var cheap = set["test", "err", "pima", "it10"];
            var full = set["test", "err", "pima", "it100"];
            foreach (var measure in SimilarityMeasure.Paper)
                Console.WriteLine($"{measure.Name,-32}{cheap.Compare(full, measure),8:F3}");
        });
        Assert.Contains("Spearman correlation", printed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluating_a_function_and_a_metric_of_ones_own()
    {
        static double Loss(Configuration c) => Math.Abs(Math.Log10(c["learning_rate"]) + 2) + (0.1 * c["layers"]) + (c.Label("optimizer") == "adam" ? 0.5 : 1);

        var space = new SearchSpace(
            Hyperparameter.Ordinal("learning_rate", 1e-4, 1e-3, 1e-2, 1e-1),
            Hyperparameter.Ordinal("layers", 1, 2, 3, 4),
            Hyperparameter.Categorical("optimizer", "sgd", "adam"));
        var landscape = Landscape.Evaluate(space, Loss); // any double Loss(Configuration c)
        Console.WriteLine(landscape.Profile(new Autocorrelation { Lag = 2 }, new WorstToBest()));

        // Worst: learning rate 1e-4 (2 decades off), 4 layers, sgd = 2 + 0.4 + 1; best: 0 + 0.1 + 0.5.
        Assert.Equal(3.4 / 0.6, landscape.Measure(new WorstToBest()), 12);
    }

    private static void In(string folder, Action example)
    {
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder;
        try
        {
            example();
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    private static void WriteTrials(string path)
    {
        var lines = new List<string> { "learning_rate,layers,optimizer,val_error,seed,seconds" };
        foreach (string rate in new[] { "0.001", "0.01", "0.1", "1" })
        {
            foreach (int layers in new[] { 1, 2, 3 })
            {
                foreach (string optimizer in new[] { "sgd", "adam" })
                    lines.Add($"{rate},{layers},{optimizer},0.{lines.Count * 7 % 25},{lines.Count},{lines.Count}.5");
            }
        }

        File.WriteAllLines(path, lines);
    }

    sealed record WorstToBest : IMetric
    {
        public string Name => "Worst to best";

        public double Measure(Landscape landscape) => TensorPrimitives.Max(landscape.Fitness) / TensorPrimitives.Min(landscape.Fitness);
    }
}

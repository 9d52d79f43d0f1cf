#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// How faithful is a map of a landscape? Several ways to draw it, side by side in numbers, and one map for several landscapes.
//   dotnet run samples/map-quality.cs                                   XGBoost's test error by rounds, of a shipped table
//   dotnet run samples/map-quality.cs -- my.csv val_error seed          a fitness column of a table of yours; columns to ignore
//   dotnet run samples/map-quality.cs -- my.csv "err_{fidelity}" seed   several columns: the last alone, all on a joint map

using HyperLandscape;
using HyperLandscape.Embeddings;

var paper = new Umap { MinDist = 1, Epochs = 500 }; // as the paper draws
try
{
    LandscapeSet set = args.Length switch
    {
        0 => ReadShipped(),
        1 => throw new ArgumentException("Name the fitness column, or a pattern such as \"err_{fidelity}\", after the table."),
        _ when args[1].Contains('{', StringComparison.Ordinal) => LandscapeSet.ReadCsv(args[0], fitness: args[1], ignore: args[2..]),
        _ => new LandscapeSet(["fitness"], [(Landscape.ReadCsv(args[0], fitness: args[1], ignore: args[2..]), [args[1]])]),
    };
    Landscape landscape = set[^1];
    Embedding hope = landscape.Embed(new Hope());
    PrintHeader($"{set.Name(set.Count - 1)}: {landscape}");
    var random = new Random(1);
    Print("random positions", new Embedding(landscape, 2, [.. Enumerable.Range(0, 2 * landscape.Count).Select(_ => random.NextDouble())]), hope);
    Print("HOPE, PCA", hope.Reduce(new Pca()), hope);
    Print("HOPE, UMAP, as the paper", hope.Reduce(paper), hope);
    Print("the same, distance 0.1", hope.Reduce(paper with { MinDist = 0.1 }), hope);
    Print("blended, UMAP", landscape.Embed(new BlendedCoordinates().Then(paper)), hope);
    Print("graph, UMAP", landscape.Embed(paper), hope);
    if (set.Count > 1)
    {
        PrintHeader($"\nEach on its own map, as the paper draws, and all on one map: {set}");
        foreach ((int i, Embedding joint) in new JointMap { Umap = paper }.Embed(set).Index())
        {
            hope = set[i].Embed(new Hope());
            Print($"{set.Name(i)}, own", hope.Reduce(paper), hope);
            Print($"{set.Name(i)}, joint", joint, hope);
        }
    }
}
catch (Exception error) when (error is ArgumentException or InvalidDataException or IOException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

Console.WriteLine("\nTrust and recall tell whether near on the map is near in HOPE's coordinates, graph trust and graph recall whether it is few steps of hyperparameters away, steps whether far on the map is many steps away (rank correlation), Moran's I whether like fitness, or like ranks, lie together: 1 is perfect, random positions show what is worth nothing.");
Console.WriteLine("Believe what lies together on a map with a high graph trust, and what lies far apart only if steps is high too; a high Moran's I alone says nothing, least of all of blended coordinates, which contain the loss.");
return 0;

void PrintHeader(string title) => Console.WriteLine($"{title}\n\n{"",-26}   trust  recall  graph trust  graph recall   steps  Moran's I  of ranks");
void Print(string way, Embedding map, Embedding hope)
{
    EmbeddingScores s = new EmbeddingQuality().Measure(map, hope);
    Console.WriteLine(FormattableString.Invariant($"{way,-26}{s.Trustworthiness,8:F3}{s.NeighborRecall,8:F3}{s.GraphTrust,13:F3}{s.GraphRecall,14:F3}{s.RankCorrelation,8:0.000;-0.000;0.000}{s.MoranI,11:0.000;-0.000;0.000}{s.MoranIOfRanks,10:0.000;-0.000;0.000}"));
}

static LandscapeSet ReadShipped() => LandscapeSet.ReadCsv(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data", "own_xgb.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}").Where("split", "test").Where("measure", "err");

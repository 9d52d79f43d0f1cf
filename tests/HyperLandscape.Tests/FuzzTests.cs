using System.Diagnostics;
using System.Globalization;
using System.Text;
using HyperLandscape.Experiments;
using HyperLandscape.Imports;
using HyperLandscape.Tests.Experiments;
using HyperLandscape.Tests.Storage;
using HyperLandscape.Tests.Tables;

namespace HyperLandscape.Tests;

/// <summary>
/// Every reader of files, given files that were changed at random: either it reads them or it throws what it says it
/// throws. Some hundred files per reader with fixed seeds; HYPERLANDSCAPE_FUZZ_SECONDS=60 goes on for so long per reader.
/// </summary>
public sealed class FuzzTests
{
    private static readonly byte[][] Tokens = [.. new[] { "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "\uFEFF", "\0", "nan", "None", "1e999", "-", "é", "{", "}", "[", "null", "99999999999999999999", "0.1", "true", "param_", "\\u0000", "\n\n" }.Select(Encoding.UTF8.GetBytes)];

    private static readonly Dictionary<string, (Func<byte[][]> Seeds, Action<byte[], TemporaryFolder> Read)> Readers = new()
    {
        ["table"] = (Tables, (bytes, _) => Landscape.ReadCsv(new MemoryStream(bytes), "f")),
        ["tables"] = (Tables, (bytes, _) => LandscapeSet.ReadCsv(new MemoryStream(bytes), "{split}_{measure}", options: new CsvOptions { Duplicates = Duplicates.Mean })),
        ["scikit-learn"] = (Searches, (bytes, _) => new ScikitLearnSearch().Read(new MemoryStream(bytes))),
        ["trials"] = (Trials, (bytes, _) => TrialTable.Optuna().Read(new MemoryStream(bytes))),
        ["journal"] = (() => [.. Journal(Objectives.Small), .. Journal(Objectives.Conditional)], (bytes, folder) => ExperimentResult.Read(Written(bytes, folder))),
        ["journal that goes on"] = (() => Journal(Objectives.Small), (bytes, folder) => Objectives.AssertAll(Objectives.Small, Objectives.Small.RunAsync(Objectives.Number, Written(bytes, folder)).GetAwaiter().GetResult())),
        ["landscape"] = (Binary, (bytes, folder) => Landscape.Load(Written(bytes, folder))),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reader_throws_only_what_it_says(string name)
    {
        using var folder = new TemporaryFolder();
        (Func<byte[][]> makeSeeds, Action<byte[], TemporaryFolder> read) = Readers[name];
        byte[][] seeds = makeSeeds();
        TimeSpan least = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("HYPERLANDSCAPE_FUZZ_SECONDS") ?? "0", CultureInfo.InvariantCulture));
        var clock = Stopwatch.StartNew();
        int accepted = 0;
        int number;
        for (number = 0; number < 300 || clock.Elapsed < least; number++)
        {
            var random = new Random(number);
            byte[] bytes = number < seeds.Length ? seeds[number] : Change(seeds[random.Next(seeds.Length)], random);
            try
            {
                read(bytes, folder);
                accepted++;
            }
            catch (Exception error) when (error is ArgumentException or InvalidDataException)
            {
                Assert.InRange(error.Message.Length, 20, 100_000);
            }
            catch (Exception error)
            {
                Assert.Fail($"File {number}: {error}");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {number} files, {accepted} read, the others refused");
        Assert.InRange(accepted, seeds.Length, number - 1);
    }

    private static string Written(byte[] bytes, TemporaryFolder folder)
    {
        File.WriteAllBytes(folder["file"], bytes);
        return folder["file"];
    }

    private static byte[][] Tables() =>
    [
        Encoding.UTF8.GetBytes("x,k,train_f,test_f,f\n1,a,1,2,3\n2,a,4,,6\n1,\"b,\"\"c\"\"\",nan,8,9\n2,\"b,\"\"c\"\"\",10,11,12\n"),
        Csv.Gzip("x;k;train_f;test_f;f\r\n0.1;True;1;2;3\r\n1e-2;False;4;5;6\r\n"),
    ];

    private static byte[][] Searches() => [.. new[] { "random_svc", "grids_svc" }.Select(search => File.ReadAllBytes(Path.Combine(GoldenFiles.Folder, "imports", $"{search}.csv")))];

    private static byte[][] Trials() => [Encoding.UTF8.GetBytes(",number,value,params_depth,params_kernel,state\n0,0,0.25,2.0,rbf,COMPLETE\n1,1,0.5,,linear,COMPLETE\n2,2,,4.0,rbf,FAIL\n3,3,0.75,8.0,rbf,PRUNED\n")];

    private static byte[][] Journal(Experiment experiment)
    {
        using var folder = new TemporaryFolder();
        experiment.RunAsync(Objectives.Number, folder["journal"]).GetAwaiter().GetResult();
        return [File.ReadAllBytes(folder["journal"])];
    }

    private static byte[][] Binary()
    {
        using var folder = new TemporaryFolder();
        return [.. new[] { StoredLandscapes.Everything, StoredLandscapes.Conditional, StoredLandscapes.Scattered }.Select(landscape =>
        {
            landscape.Save(folder["landscape"]);
            return File.ReadAllBytes(folder["landscape"]);
        })];
    }

    /// <summary>One to five changes: a bit, a token put in, a stretch removed, repeated or moved, or the end cut off.</summary>
    private static byte[] Change(byte[] seed, Random random)
    {
        List<byte> bytes = [.. seed];
        for (int change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(bytes.Count - at, 1 << random.Next(8));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    if (random.Next(4) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}

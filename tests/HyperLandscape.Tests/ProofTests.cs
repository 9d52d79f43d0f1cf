using System.Reflection;
using System.Text.RegularExpressions;
using HyperLandscape.Metrics;
using HyperLandscape.Networks;
using HyperLandscape.Similarity;

namespace HyperLandscape.Tests;

/// <summary>The table of proofs in Goldens/README.md is complete and names tests that exist.</summary>
public sealed partial class ProofTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "HyperLandscape.Tests", "Goldens", "README.md"))
            .SkipWhile(line => !line.StartsWith("## The proof of every metric", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|')),
    ];

    [Fact]
    public void Every_metric_measure_and_kind_of_network_has_a_row()
    {
        Type[] kinds = [typeof(IMetric), typeof(ISimilarityMeasure), typeof(INetworkEdges)];
        string[] expected = [.. typeof(Landscape).Assembly.GetExportedTypes().Where(type => type.IsClass && kinds.Any(type.IsAssignableTo)).Select(type => type.Name)];
        string[] more = ["VarianceDecomposition", "SquareCensus", "BypassCensus", "InformationContent", "WalkCorrelations", "NeutralityCurve", "OptimumAccessibility", "HyperparameterProfile", "LevelEffects", "WalshHadamardSpectrum", "GammaSetCurve", "LocalOptimaNetwork", "Funnels", "NetworkSummary"];
        Assert.Equal(expected.Concat(more).Order(), Rows.SelectMany(row => Names(row[0])).Order());
    }

    [Fact]
    public void Every_proof_is_a_test()
    {
        ILookup<string, Type> classes = typeof(ProofTests).Assembly.GetTypes().ToLookup(type => type.Name);
        Assert.All(Rows, row =>
        {
            Assert.Equal(4, row.Length);
            Assert.All(row[1..], cell => Assert.NotEmpty(Names(cell)));
            Assert.All(row[1..].SelectMany(Names), name => Assert.True(IsTest(name), $"There is no test {name}."));
        });

        bool IsTest(string name)
        {
            string[] parts = name.Split('.');
            MethodInfo[] tests = [.. classes[parts[0]].SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttributes<FactAttribute>().Any())];
            return Array.Exists(tests, method => parts.Length == 1 || method.Name == parts[1]);
        }
    }

    private static IEnumerable<string> Names(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}

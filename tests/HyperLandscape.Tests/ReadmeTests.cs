using System.Text.RegularExpressions;

namespace HyperLandscape.Tests;

/// <summary>What the README says is what runs.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_example_is_run_as_it_stands()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string examples = Squeezed(File.ReadAllText(Path.Combine(Repository.Root, "tests", "HyperLandscape.Tests", "ReadmeExamples.cs")));
        Match[] blocks = [.. CodeBlocks().Matches(readme).Cast<Match>()];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block =>
            Assert.Contains(Squeezed(block.Groups[1].Value), examples, StringComparison.Ordinal));
    }

    [Fact]
    public void Continuous_integration_calls_the_two_commands()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string[] script = File.ReadAllLines(Path.Combine(Repository.Root, ".ci", "run"));
        foreach (string command in new[] { "dotnet run samples/quickstart.cs", "dotnet test" })
        {
            Assert.Contains($"\n{command}\n", readme, StringComparison.Ordinal);
            Assert.Contains(command, script);
        }
    }

    /// <summary>Indentation aside.</summary>
    private static string Squeezed(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlocks();
}

// An experiment in a process of its own, for tests that kill it: runs until all is in the journal, and writes how many
// runs are finished, or what went wrong.
using System.Globalization;
using HyperLandscape.Experiments;
using HyperLandscape.Tests.Child;

try
{
    await FastExperiment.Experiment.RunAsync(FastExperiment.Number, args[0], progress: new Finished()).ConfigureAwait(false);
    return 0;
}
catch (IOException error)
{
    await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
    return 1;
}

internal sealed class Finished : IProgress<ExperimentProgress>
{
    public void Report(ExperimentProgress value) => Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{value.Finished}\n"));
}

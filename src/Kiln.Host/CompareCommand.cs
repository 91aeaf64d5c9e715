using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Requests;
using Kiln.Host.Runs;
using Kiln.Host.Store;

namespace Kiln.Host;

/// <summary>Holds the runs that were kept against what the locks say. Nothing is trained, and no data is read.</summary>
sealed class CompareCommand(Request request, Output output)
{
    public void Run()
    {
        using var store = new ArtifactStore(request, output);
        var runs = new RunFolder(request, output, store);
        var locks = new LockReading(request, output);
        var models = ChosenModels.Of(AssemblyDefinitions.Read(AssemblyDefinitions.Texts(request.Assembly)), request)
            .Select(model => new RunComparison(model, locks.Read(DuplicateModels.LockPath(model, request.Directory)), runs.Find(model)));
        AtomicFile.WriteIfChanged(Path.Combine(request.Output, "compare.md"), ComparisonPage.Write([.. models]), request.Temporary);
    }
}

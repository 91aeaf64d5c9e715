using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Requests;

namespace Kiln.Host.Reports;

/// <summary>The summary's file: one for a project, named after it, because build servers list the summaries of all by the names of their files.</summary>
sealed class SummaryFile(Request request)
{
    const string Ending = ".summary.md";

    string Project => System.IO.Path.GetFileNameWithoutExtension(request.Project);

    /// <summary>Its full path.</summary>
    public string Path => System.IO.Path.Combine(request.Output, Project + Ending);

    public void Write(IReadOnlyList<ModelOutcome> outcomes, IReadOnlyList<Diagnostic> errors) =>
        AtomicFile.WriteIfChanged(Path, new Summary(Project, request.Directory).Write(outcomes, errors), request.Temporary);

    /// <summary>Deletes it, and that of a project which had another name.</summary>
    public void Delete()
    {
        if (Directory.Exists(request.Output))
            foreach (var file in Directory.GetFiles(request.Output, "*" + Ending))
                File.Delete(file);
    }
}

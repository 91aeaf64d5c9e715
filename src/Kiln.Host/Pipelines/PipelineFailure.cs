using System.Diagnostics;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;
using Kiln.Host.Natives;
using Kiln.Host.Requests;

namespace Kiln.Host.Pipelines;

/// <summary>Turns what went wrong inside a model's own pipeline into one line at the code that must change.</summary>
sealed class PipelineFailure(ModelPlan plan, Request request)
{
    const string MachineLearning = "Microsoft.ML.Core";

    public BuildException Describe(Exception exception)
    {
        var cause = Cause(exception);
        if (cause is DllNotFoundException && cause.Message.Contains("lightgbm", StringComparison.OrdinalIgnoreCase)
            && NativeLibraries.LightGbmProblem() is var (id, problem))
            return AtPipeline(id, problem);
        if (IsMissingCode(cause) && OtherVersion() is var (theirs, ours))
            return AtPipeline(Ids.PipelineOfOtherMachineLearning,
                $"the pipeline of '{plan.Name}' was compiled against ML.NET {theirs}, but Kiln trains with {ours}: {Sentence(cause)}; "
                + $"reference Microsoft.ML {ours}, or use only what both versions have");
        var place = Place(cause);
        var message = $"the pipeline of '{plan.Name}' failed: {cause.GetType().Name}: {Sentence(cause)}; "
            + "correct it, or remove it to train with the default one";
        return place is null
            ? AtPipeline(Ids.PipelineFailed, message)
            : new(place.File, place.Line, place.Column, Ids.PipelineFailed, message);
    }

    public BuildException AtPipeline(string id, string message)
    {
        var location = plan.Definition.Pipeline!.Location;
        return new(Path.GetFullPath(location.File, request.Directory), location.Line, location.Column, id, message);
    }

    /// <summary>What happened, without what only says where it was noticed: ML.NET's worker threads wrap what is thrown on them.</summary>
    Exception Cause(Exception exception) =>
        exception.InnerException is { } inner && (exception is TypeInitializationException or AggregateException || Place(exception) is null) ? Cause(inner) : exception;

    Location? Place(Exception exception) => SourcePlace.Find(exception, request.Directory, plan.Definition.Pipeline!.Location);

    static bool IsMissingCode(Exception cause) => cause is TypeLoadException or MissingMemberException or BadImageFormatException
        || cause is FileNotFoundException or FileLoadException && cause.Message.Contains("Version=", StringComparison.Ordinal);

    /// <summary>The ML.NET the project compiles against and the host's; null where they are the same.</summary>
    (string Theirs, string Ours)? OtherVersion()
    {
        if (request.References.FirstOrDefault(reference => reference.Name == MachineLearning) is not { } reference)
            return null;
        var ours = VersionOf(Path.Combine(AppContext.BaseDirectory, MachineLearning + ".dll"));
        var theirs = VersionOf(reference.Path);
        return theirs == ours ? null : (theirs, ours);
    }

    static string VersionOf(string file) => (FileVersionInfo.GetVersionInfo(file).ProductVersion ?? "of unknown version").Split('+')[0];

    static string Sentence(Exception cause) => cause.Message.TrimEnd('.', '\n', '\r', ' ');
}

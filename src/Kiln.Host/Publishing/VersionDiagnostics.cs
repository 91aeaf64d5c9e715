using Kiln.Contracts;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.Publishing;

/// <summary>
/// Holds a model's version against its releases, at the attribute. The compiler has done so already with what it knows, so a warning is said
/// here only of the rest: data, references and the trained model.
/// </summary>
sealed class VersionDiagnostics(Request request, Output output)
{
    /// <summary>What can be said before training: only what is an error then is said.</summary>
    /// <exception cref="BuildException">The version cannot be right.</exception>
    public void BeforeTraining(ModelPlan plan, VersionVerdict verdict)
    {
        if (!SemanticVersion.IsValid(plan.Version))
            throw new BuildException(At(plan, Ids.VersionNotSemVer,
                $"'{plan.Version}' is not a SemVer 2.0 version, so versions would not order; "
                + "write three numbers such as \"1.0.0\" or \"1.0.0-rc.1\""));
        if (!IsReleasedAgain(plan) && Problem(plan, verdict) is { IsWarning: false } problem)
            throw new BuildException(problem);
    }

    /// <summary>Says what is wrong with the version.</summary>
    /// <exception cref="BuildException">The version is wrong, and the build is locked or releases.</exception>
    public void AfterTraining(ModelPlan plan, VersionVerdict verdict)
    {
        if (Problem(plan, verdict) is { } problem && !IsReleasedAgain(plan))
        {
            if (!problem.IsWarning)
                throw new BuildException(problem);
            if (SeenByCompiler(plan).Problem is null)
                output.Report(problem);
        }
    }

    /// <summary>The model's version held against what was released.</summary>
    /// <param name="model">What was trained; null before that.</param>
    public static VersionVerdict Decide(ModelPlan plan, TrainedModel? model, IReadOnlyList<Release> released) =>
        VersionVerdict.Decide(plan.Version, plan.Content(model?.OnnxHash, model?.Threshold), released);

    /// <summary>A release of a released version is answered with what differs, not with what would be due.</summary>
    bool IsReleasedAgain(ModelPlan plan) => request.Releases && plan.Lock?.Released.Any(release => release.Version == plan.Version) == true;

    static VersionVerdict SeenByCompiler(ModelPlan plan) =>
        VersionVerdict.Decide(plan.Version, ReleaseContent.Create(plan.Definition, plan.Contract, plan.Shape), plan.Lock?.Released ?? []);

    Diagnostic? Problem(ModelPlan plan, VersionVerdict verdict)
    {
        if (verdict.Problem is null)
            return null;
        var id = verdict.AlwaysWrong ? Ids.VersionTaken : Ids.VersionTooLow;
        return At(plan, id, $"{verdict.Problem}; change Version of '{plan.Name}'") with { IsWarning = !verdict.AlwaysWrong && !request.Locked && !request.Releases };
    }

    Diagnostic At(ModelPlan plan, string id, string message)
    {
        var location = plan.Definition.Location;
        return new(Path.GetFullPath(location.File, request.Directory), location.Line, location.Column, id, message);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Generators.Inputs;

/// <summary>What the build tells the compiler.</summary>
/// <param name="RootNamespace">The project's, as MSBuild has it; may be empty or no C# name.</param>
/// <param name="ProjectDirectory">With a separator at its end; empty when unknown.</param>
/// <param name="TrainingFramework">The target framework whose build trains the models of this one too; empty where this build does.</param>
sealed record BuildOptions(string RootNamespace, string ProjectDirectory, string TrainingFramework)
{
    public static BuildOptions From(AnalyzerConfigOptions options) => new(
        options.TryGetValue("build_property.RootNamespace", out var root) ? root : "",
        options.TryGetValue("build_property.ProjectDir", out var directory) ? directory : "",
        options.TryGetValue("build_property.KilnTrainingFramework", out var framework) ? framework : "");

    /// <summary>The dataset whose contract a file is; null for every other file.</summary>
    public static string? DatasetOf(AdditionalText file, AnalyzerConfigOptionsProvider options) => Metadata(file, options, "KilnDataset");

    /// <summary>The foreign model whose signature a file is; null for every other file.</summary>
    public static string? ForeignModelOf(AdditionalText file, AnalyzerConfigOptionsProvider options) => Metadata(file, options, "KilnModel");

    static string? Metadata(AdditionalText file, AnalyzerConfigOptionsProvider options, string name) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles." + name, out var value) && value.Length > 0 ? value : null;
}

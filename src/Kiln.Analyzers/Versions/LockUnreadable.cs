using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Versions;

/// <summary>A model's lock that cannot be read, at the line and column of the lock where it stops making sense.</summary>
static class LockUnreadable
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.LockUnreadable, "A lock cannot be read",
        "the lock of '{0}' {1}",
        Category.Versions, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.LockUnreadable));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Lock is { Reading.Error: { } error } file)
            report(Diagnostic.Create(Rule, JsonPlace.Find(file.Path, file.Text, error), model.Declaration.Name, Message(error, Path.GetFileName(file.Path))));
    }

    static string Message(JsonFormatException error, string name) => error switch
    {
        NewerFormatException => $"was written by a newer Kiln: {error.Message}; update the package Kiln to the version that wrote it, or a later one",
        ReleasedTwiceException twice => $"says two things of one version: {twice.Describe(name)}",
        _ => $"cannot be read: {error.Message}; restore it from version control (what it says of released versions exists nowhere else)",
    };
}

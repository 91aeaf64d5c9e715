using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generators.Fingerprints;

/// <summary>
/// A fingerprint and what it was taken of. It holds while no file that had a say changed, and no declaration in any other: a changed body
/// there cannot change what the reached code binds to, a new overload can.
/// </summary>
sealed class KnownFingerprint(PipelineFingerprint fingerprint, IReadOnlyCollection<SyntaxTree> reached, Compilation compilation)
{
    readonly HashSet<SyntaxTree> _reached = [.. reached];
    readonly MetadataReference[] _references = [.. compilation.References];
    readonly CompilationOptions _options = compilation.Options;
    readonly string? _assembly = compilation.AssemblyName;

    /// <summary>The files as they were last found to be no reason, so that each edit is looked at once.</summary>
    SyntaxTree[] _files = [.. compilation.SyntaxTrees];

    public PipelineFingerprint Fingerprint => fingerprint;

    public bool HoldsIn(Compilation other, CancellationToken stop)
    {
        if (other.AssemblyName != _assembly
            || !other.References.SequenceEqual(_references)
            || !Equals(other.Options, _options)
            || other.SyntaxTrees is not IReadOnlyList<SyntaxTree> files
            || files.Count != _files.Length)
            return false;
        for (var i = 0; i < _files.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            if (!ReferenceEquals(files[i], _files[i]) && (_reached.Contains(_files[i]) || !DeclareTheSame(files[i], _files[i])))
                return false;
        }
        _files = [.. files];
        return true;
    }

    static bool DeclareTheSame(SyntaxTree one, SyntaxTree other) =>
        Equals(one.Options, other.Options) && SyntaxFactory.AreEquivalent(one, other, topLevel: true);
}

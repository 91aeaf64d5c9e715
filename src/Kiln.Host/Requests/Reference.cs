namespace Kiln.Host.Requests;

/// <summary>A file the project's code needs to run: an assembly, or a native library.</summary>
/// <param name="Package">The package it comes from, <c>Name/1.2.3</c>; empty for another project's output and for a file.</param>
/// <param name="Path">Full path of the file.</param>
sealed record Reference(string Package, string Path)
{
    /// <summary>The assembly's name, as it is what its file is named after.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsPackage => Package.Length > 0;
}

namespace Kiln.Host.Requests;

/// <summary>
/// What a new contract refers to as its schema: a relative path, so that editors complete from the schema of the Kiln version in use, without a
/// network. Only where it lies below the project: a path that differs from machine to machine does not belong in a committed file.
/// </summary>
static class SchemaReference
{
    /// <returns>Null for none.</returns>
    public static string? Find(Request request, Dataset dataset) =>
        request.Schema.StartsWith(request.Directory, StringComparison.Ordinal)
            ? Path.GetRelativePath(Path.GetDirectoryName(dataset.Contract)!, request.Schema).Replace('\\', '/')
            : null;
}

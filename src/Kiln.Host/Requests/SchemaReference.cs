namespace Kiln.Host.Requests;

/// <summary>
/// What a new contract or lock refers to as its schema: a relative path, so that editors complete and explain from the schema of the Kiln version in
/// use, without a network. Only where it lies below the project: a path that differs from machine to machine does not belong in a committed file.
/// </summary>
static class SchemaReference
{
    /// <param name="contract">Full path of the contract.</param>
    /// <returns>Null for none.</returns>
    public static string? OfContract(Request request, string contract) => Find(request, contract, "contract.schema.json");

    /// <param name="locked">Full path of the lock.</param>
    /// <returns>Null for none.</returns>
    public static string? OfLock(Request request, string locked) => Find(request, locked, "lock.schema.json");

    static string? Find(Request request, string file, string schema) =>
        request.Schemas.StartsWith(request.Directory, StringComparison.Ordinal)
            ? Path.GetRelativePath(Path.GetDirectoryName(file)!, Path.Combine(request.Schemas, schema)).Replace('\\', '/')
            : null;
}

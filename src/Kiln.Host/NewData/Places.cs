using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Files;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>Where in a file something is true. Told as warnings, or as errors where the contract says so.</summary>
sealed class Places(Dialect dialect, bool asErrors)
{
    public Diagnostic AtFile(Partition file, string id, string message) => new(file.Path, 1, 1, id, message + WhatToDo, !asErrors);

    public Diagnostic AtLock(string path, string id, string message) => new(path, 1, 1, id, message + WhatToDo, !asErrors);

    /// <summary>At the column's name.</summary>
    public Diagnostic AtColumn(Partition file, Column column, string id, string message)
    {
        var source = CsvSource.Open(file.Path, dialect);
        using var scanner = CsvScanner.Open(file.Path, dialect);
        scanner.ReadRecord();
        var field = scanner.Fields[source.IndexOf(column.Name)];
        return new(file.Path, field.Line, field.Column, id, message + WhatToDo, !asErrors);
    }

    /// <param name="row">Of the table.</param>
    public Diagnostic AtRow(Partition file, int row, string id, string message)
    {
        var place = FieldPlace.Find(CsvSource.Open(file.Path, dialect), [(row - file.First, 0)])[0];
        return new(file.Path, place.Line, place.Column, id, message + WhatToDo, !asErrors);
    }

    string WhatToDo => asErrors ? " Correct the file, or accept the data as it is with -t:KilnAcceptData" : " Correct the file if it is wrong, otherwise commit the new lock";
}
